using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace KbApi.Server.Access.Keys;

/// <summary>
/// How a key is written: <c>kb_</c>, an id of 8 characters, <c>_</c>, a secret of 43, a checksum of 6; letters and digits. Scanners for leaked secrets know
/// keys by the prefix and the checksum. 43 random characters of 62 are 256 bits: nobody guesses them, so that a plain SHA-256 keeps them as well as a slow
/// hash, which is for what people choose themselves.
/// </summary>
public static class KeyText
{
    /// <summary>What every key begins with.</summary>
    public const string Prefix = "kb_";

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int IdLength = 8;
    private const int SecretLength = 43;
    private const int ChecksumLength = 6;
    private const int SecretStart = 3 + IdLength + 1;
    private const int Length = SecretStart + SecretLength + ChecksumLength;

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary>A new key.</summary>
    public static string Create()
    {
        var bare = $"{Prefix}{RandomNumberGenerator.GetString(Alphabet, IdLength)}_{RandomNumberGenerator.GetString(Alphabet, SecretLength)}";
        return bare + ChecksumOf(bare);
    }

    /// <summary>The id of a text that is written as keys are, or null. Whether there is such a key is another question.</summary>
    public static string? IdOf(string text) =>
        text.Length == Length
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text[SecretStart - 1] == '_'
        && !text.AsSpan(Prefix.Length, IdLength).ContainsAnyExcept(Characters)
        && !text.AsSpan(SecretStart).ContainsAnyExcept(Characters)
        && text.AsSpan(Length - ChecksumLength).SequenceEqual(ChecksumOf(text[..^ChecksumLength]))
            ? text.Substring(Prefix.Length, IdLength)
            : null;

    /// <summary>The hash that a key is kept as.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));

    /// <summary>A checksum against typing errors and for scanners; it keeps no secret.</summary>
    private static string ChecksumOf(string text)
    {
        var rest = BitConverter.ToUInt32(HashOf(text), 0);
        Span<char> digits = stackalloc char[ChecksumLength];
        for (var i = ChecksumLength - 1; i >= 0; i--)
        {
            digits[i] = Alphabet[(int)(rest % (uint)Alphabet.Length)];
            rest /= (uint)Alphabet.Length;
        }

        return new string(digits);
    }
}
