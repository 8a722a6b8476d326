
namespace BotCoach.Slack.Tests;

public sealed class SlackTurnContractTests : TurnContractTests<SlackDriver>;

public sealed class SlackAnswerContractTests : AnswerContractTests<SlackDriver>;

public sealed class SlackFailureContractTests : FailureContractTests<SlackDriver>;

public sealed class SlackCardContractTests : CardContractTests<SlackDriver>;

public sealed class SlackFormContractTests : FormContractTests<SlackDriver>;

public sealed class SlackLongTextContractTests : LongTextContractTests<SlackDriver>;

public sealed class SlackHostileTextContractTests : HostileTextContractTests<SlackDriver>;

public sealed class SlackDeliveryContractTests : DeliveryContractTests<SlackDriver>;

public sealed class SlackLanguageContractTests : LanguageContractTests<SlackDriver>;
