namespace BotCoach.Host.Tests;

public sealed class SandboxTurnContractTests : TurnContractTests<SandboxDriver>;

public sealed class SandboxAnswerContractTests : AnswerContractTests<SandboxDriver>;

public sealed class SandboxFailureContractTests : FailureContractTests<SandboxDriver>;

public sealed class SandboxCardContractTests : CardContractTests<SandboxDriver>;

public sealed class SandboxFormContractTests : FormContractTests<SandboxDriver>;

public sealed class SandboxLongTextContractTests : LongTextContractTests<SandboxDriver>;

public sealed class SandboxHostileTextContractTests : HostileTextContractTests<SandboxDriver>;

public sealed class SandboxDeliveryContractTests : DeliveryContractTests<SandboxDriver>;

public sealed class SandboxLanguageContractTests : LanguageContractTests<SandboxDriver>;
