using KbApi.Reports.Postgres;
using KbApi.Reports.Storage;

namespace KbApi.Reports.Tests.Stores;

public sealed class StoreLocationTests
{
    [Theory]
    [InlineData("off", StoreEngine.Off, "")]
    [InlineData(" OFF ", StoreEngine.Off, "")]
    [InlineData("/data/kb.db", StoreEngine.Sqlite, "/data/kb.db")]
    [InlineData("reports.db", StoreEngine.Sqlite, "reports.db")]
    [InlineData("sqlite:reports.db", StoreEngine.Sqlite, "reports.db")]
    [InlineData("sqlite:///data/kb.db", StoreEngine.Sqlite, "/data/kb.db")]
    [InlineData("postgres://kb@db/kb", StoreEngine.Postgres, "postgres://kb@db/kb")]
    [InlineData("postgresql://kb@db/kb", StoreEngine.Postgres, "postgresql://kb@db/kb")]
    public void A_setting_is_read(string setting, StoreEngine engine, string address) => Assert.Equal(new StoreLocation(engine, address), StoreLocation.Parse(setting));

    [Theory]
    [InlineData("")]
    [InlineData("sqlite:")]
    [InlineData("mysql://db/kb")]
    public void What_is_no_store_is_refused(string setting) => Assert.Throws<FormatException>(() => StoreLocation.Parse(setting));

    [Fact]
    public void A_location_is_shown_without_its_password() =>
        Assert.Equal("postgres://db:5433/kb", StoreLocation.Parse("postgres://kb:Hunter2@db:5433/kb").ToString());

    [Fact]
    public void An_address_is_read_as_other_programs_write_it()
    {
        var read = PostgresAddress.Read("postgres://kb:p%40ss%2Fword@db.example:5433/re%20ports?sslmode=verify-full&application_name=kb-1");

        Assert.Equal(("db.example", 5433, "kb", "p@ss/word", "re ports"), (read.Host, read.Port, read.Username, read.Password, read.Database));
        Assert.Equal((Npgsql.SslMode.VerifyFull, "kb-1"), (read.SslMode, read.ApplicationName));
        Assert.Equal(5432, PostgresAddress.Read("postgres://kb@db/kb").Port);
    }

    [Theory]
    [InlineData("postgres://kb:Hunter2@db:x/kb")]
    [InlineData("postgres://kb:Hunter2@db/kb?nonsense=1")]
    public void An_address_that_cannot_be_read_is_refused_without_its_password(string address) =>
        Assert.DoesNotContain("Hunter2", Assert.Throws<FormatException>(() => PostgresAddress.Read(address)).Message, StringComparison.Ordinal);
}
