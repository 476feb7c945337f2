using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KbApi.Reports.Model;

namespace KbApi.Reports.Intake;

/// <summary>
/// Makes hashes (HMAC-SHA-256) of what is to be found again and not to be kept: subjects, keys of requests, requests. Without the secret nobody can
/// try guesses against them.
/// </summary>
public sealed class Pseudonymizer
{
    /// <summary>How long the secrets of stores are, in bytes.</summary>
    public const int SecretLength = 32;

    /// <summary>How long a secret is at least, in bytes.</summary>
    public const int MinSecretLength = 16;

    private readonly byte[] _secret;

    /// <summary>Makes one of a secret.</summary>
    /// <param name="secret">The secret, 16 bytes at least.</param>
    /// <exception cref="ArgumentException">The secret is too short.</exception>
    public Pseudonymizer(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < MinSecretLength)
        {
            throw new ArgumentException($"The secret is too short; give at least {MinSecretLength} bytes.", nameof(secret));
        }

        _secret = secret.ToArray();
    }

    /// <summary>The hash of whom a report is about. Case and blanks around do not matter.</summary>
    public string OfSubject(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Hash("subject", Encoding.UTF8.GetBytes(subject.Trim().ToUpperInvariant()));
    }

    /// <summary>What tells a repeated request from a new one; null where the client gave no key.</summary>
    public RequestIdentity? OfRequest(ReportSubmission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return submission.IdempotencyKey is null ? null : new RequestIdentity(OfKey(submission.Client, submission.IdempotencyKey), FingerprintOf(submission));
    }

    /// <summary>The hash of a client's key.</summary>
    public string OfKey(string client, string key) => Hash("key", JsonSerializer.SerializeToUtf8Bytes([client, key], ReportJson.Default.StringArray));

    private string FingerprintOf(ReportSubmission submission) =>
        Hash("request", JsonSerializer.SerializeToUtf8Bytes(RequestForm.Of(submission), ReportJson.Default.RequestForm));

    private string Hash(string use, ReadOnlySpan<byte> data)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        hmac.AppendData(Encoding.UTF8.GetBytes(use));
        hmac.AppendData([0]);
        hmac.AppendData(data);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
