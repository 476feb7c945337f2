using System.Resources;
using KbApi.Content.Diagnostics;

namespace KbApi.Search.Packs;

/// <summary>What people are told about packs.</summary>
internal static class PackTexts
{
    private static readonly ResourceManager Texts = new("KbApi.Search.Packs.PackTexts", typeof(PackTexts).Assembly);

    public static LocalizableText Get(string name) => new(Texts, name);
}
