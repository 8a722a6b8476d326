using BotCoach.Chat;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Coaching;

/// <summary>Puts the coach together.</summary>
public static class CoachingServices
{
    /// <summary>The tables that the coach needs.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        PeopleTable.Name, DueTable.Name, DeliveriesTable.Name, FailuresTable.Name, GroupsTable.Name, PulseTable.Name, InsightsTable.Name,
        WorkspacesTable.Name,
    ];

    /// <summary>
    /// Adds the coach. An <see cref="ITableStore"/>, a <see cref="ShardMap"/>, a <see cref="TimeProvider"/> and the
    /// <see cref="ChatChannels"/> are to be there as well.
    /// </summary>
    public static IServiceCollection AddCoaching(this IServiceCollection services) => services
        .AddSingleton(_ => PracticeCatalogue.Load())
        .AddSingleton(_ => PlainLanguageCheck.Load())
        .AddSingleton<People>()
        .AddSingleton<DueTable>()
        .AddSingleton<DeliveriesTable>()
        .AddSingleton<FailuresTable>()
        .AddSingleton<FailedDeliveries>()
        .AddSingleton(services => new NudgeDecider(
            services.GetRequiredService<ITableStore>(),
            services.GetRequiredService<People>(),
            services.GetRequiredService<PracticeCatalogue>(),
            services.GetRequiredService<Briefings>(),
            services.GetRequiredService<GroupsTable>(),
            services.GetRequiredService<GroupPauses>(),
            services.GetRequiredService<DigestDecider>(),
            services.GetRequiredService<Removals>()))
        .AddSingleton<Meetings>()
        .AddSingleton<KeyPointFinder>()
        .AddSingleton<IKeyPointSource>(services => services.GetRequiredService<KeyPointFinder>())
        .AddSingleton(_ => TopicCatalogue.Load())
        .AddSingleton(_ => Glossary.Load())
        .AddSingleton<Briefings>()
        .AddSingleton(_ => Suggestions.Load())
        .AddSingleton<PrepSheets>()
        .AddSingleton<PointOffers>()
        .AddSingleton<PointRemarks>()
        .AddSingleton<SheetView>()
        .AddSingleton<PreReading>()
        .AddSingleton<LongMessages>()
        .AddSingleton<ModelReadings>()
        .AddHostedService(provider => provider.GetRequiredService<ModelReadings>())
        .AddSingleton<OpenCheckIns>()
        .AddSingleton<PlanConversation>()
        .AddSingleton<MeetingConversation>()
        .AddSingleton<MeetingCheckConversation>()
        .AddSingleton<SheetConversation>()
        .AddSingleton<OneOnOneConversation>()
        .AddSingleton<PreReadSettings>()
        .AddSingleton<SettingsConversation>()
        .AddSingleton<CheckInConversation>()
        .AddSingleton<PutOffConversation>()
        .AddSingleton<QuestionConversation>()
        .AddSingleton<Conversations>()
        .AddSingleton<HomePage>()
        .AddSingleton<GroupsTable>()
        .AddSingleton<GroupRows>()
        .AddSingleton<GroupRemovals>()
        .AddSingleton<GroupPauses>()
        .AddSingleton<Collections>()
        .AddSingleton<ICollectionNoticeHandler>(services => services.GetRequiredService<Collections>())
        .AddSingleton<Enrolments>()
        .AddSingleton(services => new Leads(
            services.GetRequiredService<GroupsTable>(),
            services.GetService<IOptions<ProgrammeOptions>>()?.Value.ReadLeads() ?? new HashSet<PersonAddress>(),
            services.GetRequiredService<TimeProvider>()))
        .AddSingleton<LeadConversation>()
        .AddSingleton<GroupInvitations>()
        .AddSingleton<GroupPauseConversation>()
        .AddSingleton<Installers>()
        .AddSingleton<GroupConversation>()
        .AddSingleton<MembershipConversation>()
        .AddSingleton(services => new LinkConversation(services.GetRequiredService<Leads>(), services.GetService<IOneTimeLinks>()))
        .AddSingleton<DigestSettings>()
        .AddSingleton<DigestDecider>()
        .AddSingleton<DigestConversation>()
        .AddSingleton(services => new DigestsDue(
            services.GetRequiredService<ITableStore>(),
            services.GetRequiredService<GroupsTable>(),
            services.GetRequiredService<Leads>(),
            services.GetRequiredService<DigestSettings>(),
            services.GetRequiredService<DueTable>(),
            services.GetRequiredService<Removals>(),
            services.GetRequiredService<TimeProvider>()))
        .AddSingleton<PulseTable>()
        .AddSingleton<InsightsTable>()
        .AddSingleton<WorkspaceKeys>()
        .AddSingleton<Harvest>()
        .AddSingleton<Rollup>()
        .AddSingleton<LateAnswers>()
        .AddSingleton<StaleWeeks>()
        .AddSingleton<Erasure>()
        .AddSingleton<PersonalRows>()
        .AddSingleton(services => new Export(
            services.GetRequiredService<PersonalRows>(),
            services.GetRequiredService<PracticeCatalogue>(),
            services.GetRequiredService<People>(),
            services.GetRequiredService<TimeProvider>()))
        .AddSingleton(services => new Erasures(
            services.GetRequiredService<ITableStore>(),
            services.GetRequiredService<IDataProtectionProvider>(),
            services.GetRequiredService<Erasure>(),
            services.GetRequiredService<PersonalRows>(),
            services.GetRequiredService<GroupsTable>(),
            services.GetRequiredService<TimeProvider>()))
        .AddSingleton(services => new InsightsUpdate(
            services.GetRequiredService<ITableStore>(),
            services.GetRequiredService<GroupsTable>(),
            services.GetRequiredService<Harvest>(),
            services.GetRequiredService<Rollup>(),
            services.GetRequiredService<LateAnswers>(),
            services.GetRequiredService<StaleWeeks>(),
            services.GetRequiredService<GroupRemovals>(),
            services.GetRequiredService<TimeProvider>()))
        .AddSingleton<WorkspacesTable>()
        .AddSingleton(services => new Removals(
            services.GetRequiredService<WorkspacesTable>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<Removals>>()))
        .AddSingleton<IWorkspaceNoticeHandler>(services => services.GetRequiredService<Removals>())
        .AddSingleton(services => new WorkspaceErasure(
            services.GetRequiredService<ITableStore>(),
            services.GetRequiredService<ShardMap>(),
            services.GetRequiredService<WorkspacesTable>(),
            services.GetRequiredService<TimeProvider>()))
        .AddSingleton<PeopleRetention>()
        .AddSingleton<IRetainedRows, DeliveryRetention>()
        .AddSingleton<IRetainedRows, FigureRetention>()
        .AddSingleton<IRetainedRows, GroupRetention>()
        .AddSingleton(services => new Retention(
            services.GetRequiredService<ITableStore>(),
            services.GetServices<IRetainedRows>(),
            services.GetRequiredService<PeopleRetention>(),
            services.GetService<IOptions<RetentionOptions>>()?.Value ?? new RetentionOptions(),
            services.GetRequiredService<TimeProvider>()))
        .AddSingleton<Coach>()
        .AddSingleton(services => new PacedCoach(services.GetRequiredService<Coach>(), TimeProvider.System))
        .AddSingleton<IChatTurnHandler, MeasuredCoach>();
}
