using KbApi.Content.Codes;

namespace KbApi.Content.Tests.Codes;

public sealed class CodeSchemeSetTests
{
    private static readonly CodeSchemeSet BuiltIn = CodeSchemeSet.LoadBuiltIn();

    [Theory]
    [InlineData(BuiltInSchemes.HResult)]
    [InlineData(BuiltInSchemes.NtStatus)]
    [InlineData(BuiltInSchemes.Hex)]
    [InlineData(BuiltInSchemes.Event)]
    [InlineData(BuiltInSchemes.Http)]
    [InlineData(BuiltInSchemes.Number)]
    [InlineData(BuiltInSchemes.Constant)]
    [InlineData(BuiltInSchemes.Symbol)]
    [InlineData(BuiltInSchemes.Prefixed)]
    public void Every_scheme_that_code_names_has_a_title(string id) => Assert.NotEqual("", BuiltIn[id]!.Title);

    [Fact]
    public void Ids_are_unique() => Assert.Equal(BuiltIn.Schemes.Length, BuiltIn.Schemes.DistinctBy(s => s.Id).Count());

    [Fact]
    public void An_added_scheme_goes_before_and_in_the_place_of_one_with_its_id()
    {
        var schemes = BuiltIn.With("schemes:\n- { id: oracle, title: Delphi, patterns: ['DEL-####'] }\n- { id: own }\n");

        Assert.Equal("Delphi", schemes["ORACLE"]!.Title);
        Assert.Equal("own", schemes["own"]!.Title);
        Assert.Equal(BuiltIn.Schemes.Length + 1, schemes.Schemes.Length);
        Assert.Null(schemes.Match("ORA", "-", "01017", anySeparator: false));
        Assert.Equal(new ErrorCode("oracle", "DEL-0007"), schemes.Match("del", "_", "7", anySeparator: true));
        Assert.Null(BuiltIn["own"]);
    }

    [Fact]
    public void A_listed_name_belongs_to_its_scheme() =>
        Assert.Equal("own", BuiltIn.With("schemes: [{ id: own, names: [Guru_Meditation] }]").OfName("GURU_meditation")!.Id);

    [Theory]
    [InlineData("schemes: 5", 1)]
    [InlineData("- a", 1)]
    [InlineData("scheme: []", 1)]
    [InlineData("schemes:\n- id: X", 2)]
    [InlineData("schemes:\n- id: a\n  patterns: ['A#', '##']", 3)]
    [InlineData("schemes:\n- id: a\n  patterns:", 3)]
    [InlineData("schemes:\n- id:", 2)]
    [InlineData("schemes:\n- id: a\n  names: [~]", 3)]
    [InlineData("schemes:\n- id: a\n  groups: [{ from: x }]", 3)]
    [InlineData("schemes:\n- id: a\n  groups: [{ titles: { en: ~ } }]", 3)]
    [InlineData("schemes:\n- id: a\n  colour: red", 3)]
    [InlineData("schemes:\n- id: 'a", 2)]
    public void What_is_wrong_is_told_with_its_line(string yaml, int line) =>
        Assert.StartsWith($"line {line}: ", Assert.Throws<KbApi.Content.Configuration.ConfigurationException>(() => BuiltIn.With(yaml)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("schemes: [~]")]
    [InlineData("schemes: [{ title: x }]")]
    [InlineData("schemes: [{ id: a, groups: [~] }]")]
    public void What_is_missing_is_told(string yaml) => Assert.Throws<FormatException>(() => BuiltIn.With(yaml));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing")]
    [InlineData("schemes: []")]
    public void A_file_without_schemes_adds_none(string yaml) => Assert.Equal(BuiltIn.Schemes.Length, BuiltIn.With(yaml).Schemes.Length);
}
