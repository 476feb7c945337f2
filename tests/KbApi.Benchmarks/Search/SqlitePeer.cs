using Microsoft.Data.Sqlite;

namespace KbApi.Benchmarks.Search;

/// <summary>SQLite's full-text index on the same texts, in memory.</summary>
internal sealed class SqlitePeer : IDisposable
{
    private const int Limit = 10;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _query;

    public SqlitePeer(GeneratedContent content)
    {
        _connection.Open();
        Execute("CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, text, tokenize = 'porter unicode61')");
        using (var transaction = _connection.BeginTransaction())
        {
            using var insert = _connection.CreateCommand();
            insert.CommandText = "INSERT INTO entries VALUES ($id, $text)";
            var id = insert.Parameters.Add("$id", SqliteType.Text);
            var text = insert.Parameters.Add("$text", SqliteType.Text);
            for (var i = 0; i < content.Count; i++)
            {
                id.Value = "generated/" + GeneratedContent.CodeOf(i);
                text.Value = content.TextOf(i);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        _query = _connection.CreateCommand();
        _query.CommandText = $"SELECT id FROM entries WHERE entries MATCH $query ORDER BY rank LIMIT {Limit}";
        _query.Parameters.Add("$query", SqliteType.Text);
    }

    public List<string> AnyOf(string[] words) => Find(string.Join(" OR ", words));

    public void Dispose()
    {
        _query.Dispose();
        _connection.Dispose();
    }

    private List<string> Find(string query)
    {
        _query.Parameters["$query"].Value = query;
        var ids = new List<string>();
        using var reader = _query.ExecuteReader();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
