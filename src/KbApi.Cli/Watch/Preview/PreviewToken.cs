using System.Security.Cryptography;
using System.Text;

namespace KbApi.Cli.Watch.Preview;

/// <summary>A secret of this run that its own pages know: who sends it has read one.</summary>
internal sealed class PreviewToken
{
    private const int Bytes = 16;

    private readonly byte[] _value = Encoding.UTF8.GetBytes(RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true));

    public string Value => Encoding.UTF8.GetString(_value);

    public bool Is(string? value) => CryptographicOperations.FixedTimeEquals(_value, Encoding.UTF8.GetBytes(value ?? ""));
}
