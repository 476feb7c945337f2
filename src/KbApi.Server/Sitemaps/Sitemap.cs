using System.Globalization;
using System.Text;
using System.Xml;

namespace KbApi.Server.Sitemaps;

/// <summary>Writes what crawlers read, as sitemaps.org has it: all pages in one file, or an index of files where they are too many for one.</summary>
internal static class Sitemap
{
    /// <summary>The protocol allows 50,000 pages and 50 MB a file.</summary>
    public const int MostPages = 50_000;

    /// <summary>With the addresses in other languages, so that the bytes stay within bounds.</summary>
    public const int MostAddresses = 200_000;

    /// <summary>The name of the first file.</summary>
    public const string FileName = "sitemap.xml";

    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string LinkSchema = "http://www.w3.org/1999/xhtml";

    /// <summary>The name of a part, counted from 1.</summary>
    public static string NameOf(int part) => string.Create(CultureInfo.InvariantCulture, $"sitemap-{part}.xml");

    /// <summary>The pages of each file.</summary>
    public static IReadOnlyList<IReadOnlyList<SitemapPage>> Parts(IEnumerable<SitemapPage> pages)
    {
        var parts = new List<IReadOnlyList<SitemapPage>>();
        var part = new List<SitemapPage>();
        var addresses = 0;
        foreach (var page in pages)
        {
            addresses += 1 + page.Alternates.Length;
            if (part.Count == MostPages || addresses > MostAddresses)
            {
                parts.Add(part);
                (part, addresses) = ([], 1 + page.Alternates.Length);
            }

            part.Add(page);
        }

        parts.Add(part);
        return parts;
    }

    /// <summary>A file of pages. A page in one language only has no alternates.</summary>
    public static byte[] Write(IEnumerable<SitemapPage> pages) => Write("urlset", xml =>
    {
        xml.WriteAttributeString("xmlns", "xhtml", null, LinkSchema);
        foreach (var page in pages)
        {
            xml.WriteStartElement("url", Schema);
            xml.WriteElementString("loc", Schema, page.Address);
            if (page.Changed is { } changed)
            {
                xml.WriteElementString("lastmod", Schema, changed.ToString("O", CultureInfo.InvariantCulture));
            }

            foreach (var other in page.Alternates.Length > 1 ? page.Alternates : [])
            {
                xml.WriteStartElement("xhtml", "link", LinkSchema);
                xml.WriteAttributeString("rel", "alternate");
                xml.WriteAttributeString("hreflang", other.Locale);
                xml.WriteAttributeString("href", other.Address);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    });

    /// <summary>The index of other files.</summary>
    /// <param name="addresses">Their absolute addresses.</param>
    public static byte[] WriteIndex(IEnumerable<string> addresses) => Write("sitemapindex", xml =>
    {
        foreach (var address in addresses)
        {
            xml.WriteStartElement("sitemap", Schema);
            xml.WriteElementString("loc", Schema, address);
            xml.WriteEndElement();
        }
    });

    private static byte[] Write(string root, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement(root, Schema);
            write(xml);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
