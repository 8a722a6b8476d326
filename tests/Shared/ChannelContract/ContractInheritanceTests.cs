using System.Reflection;

namespace BotCoach.Testing;

/// <summary>
/// The contract says the same of every channel: a channel inherits each part of it once and can neither add to it nor leave
/// anything out, so that every channel has the same number of tests.
/// </summary>
public sealed class ContractInheritanceTests
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Type[] _types = typeof(ContractInheritanceTests).Assembly.GetTypes();

    private static readonly Type[] _contracts = [.. _types.Where(type => BaseOf(type) == typeof(ChannelContractTests<>))];

    [Fact]
    public void Every_part_of_the_contract_is_inherited_once() =>
        Assert.All(_contracts, contract => Assert.Single(_types, type => BaseOf(type) == contract && !type.IsAbstract));

    [Fact]
    public void Whoever_inherits_a_part_of_the_contract_adds_nothing_to_it() =>
        Assert.All(
            _types.Where(type => _contracts.Contains(BaseOf(type))),
            heir => Assert.DoesNotContain(heir.GetMembers(Declared), member => member is not ConstructorInfo));

    [Fact]
    public void No_part_of_the_contract_leaves_a_test_to_the_channel_or_out()
    {
        var tests = _contracts.SelectMany(contract => contract.GetMethods(Declared)).Where(method => method.IsDefined(typeof(FactAttribute))).ToList();
        Assert.True(tests.Count > 50, $"Only {tests.Count} tests were found.");
        Assert.All(tests, test => Assert.False(test.IsVirtual));
        Assert.All(tests, test => Assert.Null(test.GetCustomAttribute<FactAttribute>()!.Skip));
    }

    private static Type? BaseOf(Type type) => type.BaseType is { IsGenericType: true } parent ? parent.GetGenericTypeDefinition() : null;
}
