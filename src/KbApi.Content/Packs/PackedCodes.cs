using KbApi.Content.Lookup;
using KbApi.Content.Model;

namespace KbApi.Content.Packs;

/// <summary>Look-ups of documented codes in a pack.</summary>
internal sealed class PackedCodes(PackedTable table) : ICodeLookups
{
    public IEnumerable<CodeLookup> All => Enumerable.Range(0, table.Count).Select(i => table.Read(i, Read));

    public CodeLookup? Find(ReadOnlySpan<char> key) => table.Find(key, Read);

    public static byte[] Write(ICodeLookups lookups)
    {
        var records = new List<(string, byte[])>();
        foreach (var lookup in lookups.All)
        {
            var key = CodeKey.Of(lookup.Owners[0].Code);
            var text = key.Kind + key.Value;
            var record = new RecordWriter();
            record.Text(text);
            record.List(lookup.Owners, owner =>
            {
                record.Text(owner.EntryId);
                EntryRecord.WriteCode(record, owner.Code);
                record.Number((int)owner.Role);
            });
            records.Add((text, record.ToArray()));
        }

        records.Sort((x, y) => string.CompareOrdinal(x.Item1, y.Item1));
        return PackedTable.Write(records, StringComparison.Ordinal);
    }

    private static CodeLookup Read(string key, ref RecordReader reader)
    {
        var owners = reader.List(static (ref from) => new CodeOwner(from.Text(), EntryRecord.ReadCode(ref from), from.Enum<CodeRole>()));
        return owners.IsEmpty ? throw RecordReader.Damaged() : new CodeLookup(owners, [], Family: null);
    }
}
