using KbApi.Server.Access.Keys;

namespace KbApi.Server.Tests.Access;

public sealed class KeyTextTests
{
    [Fact]
    public void A_key_is_a_prefix_an_id_and_256_random_bits()
    {
        var keys = Enumerable.Range(0, 500).Select(_ => KeyText.Create()).ToList();

        Assert.All(keys, k => Assert.Matches("^kb_[0-9A-Za-z]{8}_[0-9A-Za-z]{49}$", k));
        Assert.All(keys, k => Assert.Equal(k[3..11], KeyText.IdOf(k)));
        Assert.Equal(keys.Count, keys.Select(k => k[12..]).Distinct().Count());
        Assert.True(43 * Math.Log2(62) >= 256);

        // Each character of the secret takes many values: nothing in it is fixed.
        Assert.All(Enumerable.Range(12, 43), i => Assert.True(keys.Select(k => k[i]).Distinct().Count() > 40));
    }

    [SeededProperty(MaxTest = 300)]
    public bool A_key_with_one_wrong_character_is_no_key(byte at, char other)
    {
        var key = KeyText.Create();
        var place = at % key.Length;
        var wrong = key[..place] + other + key[(place + 1)..];
        return (KeyText.IdOf(wrong) is null) == (wrong != key);
    }

    [SeededProperty(MaxTest = 300)]
    public bool No_other_text_is_a_key(string text) => KeyText.IdOf(text ?? "") is null && KeyText.IdOf("kb_" + text) is null;
}
