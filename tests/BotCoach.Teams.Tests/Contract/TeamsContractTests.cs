
namespace BotCoach.Teams.Tests;

public sealed class TeamsTurnContractTests : TurnContractTests<TeamsDriver>;

public sealed class TeamsAnswerContractTests : AnswerContractTests<TeamsDriver>;

public sealed class TeamsFailureContractTests : FailureContractTests<TeamsDriver>;

public sealed class TeamsCardContractTests : CardContractTests<TeamsDriver>;

public sealed class TeamsFormContractTests : FormContractTests<TeamsDriver>;

public sealed class TeamsLongTextContractTests : LongTextContractTests<TeamsDriver>;

public sealed class TeamsHostileTextContractTests : HostileTextContractTests<TeamsDriver>;

public sealed class TeamsDeliveryContractTests : DeliveryContractTests<TeamsDriver>;

public sealed class TeamsLanguageContractTests : LanguageContractTests<TeamsDriver>;
