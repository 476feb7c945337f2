using KbApi.Tests;
using Npgsql;
using NpgsqlTypes;

namespace KbApi.Benchmarks.Search;

/// <summary>PostgreSQL's full-text search on the same texts, in a server of its own: a stored <c>tsvector</c>, a GIN index, a prepared query.</summary>
/// <remarks>The server's work is another process's, so that what is measured of both is the time that passes.</remarks>
internal sealed class PostgresPeer : IDisposable
{
    private const int Limit = 10;

    private readonly PostgresServer _server;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _query;

    public PostgresPeer(GeneratedContent content)
    {
        _server = PostgresServer.Start();
        var uri = new Uri(_server.CreateDatabase());
        _connection = new NpgsqlConnection($"Host={uri.Host};Port={uri.Port};Username={uri.UserInfo};Database={uri.AbsolutePath[1..]};Pooling=false");
        _connection.Open();
        Execute("CREATE TABLE entries (id text, words tsvector)");

        // Copied as text and made into vectors by the server, whose stemmer it is.
        Execute("CREATE TEMPORARY TABLE texts (id text, text text)");
        using (var writer = _connection.BeginBinaryImport("COPY texts (id, text) FROM STDIN (FORMAT BINARY)"))
        {
            for (var i = 0; i < content.Count; i++)
            {
                writer.StartRow();
                writer.Write("generated/" + GeneratedContent.CodeOf(i), NpgsqlDbType.Text);
                writer.Write(content.TextOf(i), NpgsqlDbType.Text);
            }

            writer.Complete();
        }

        Execute("INSERT INTO entries SELECT id, to_tsvector('english', text) FROM texts");
        Execute("DROP TABLE texts");
        Execute("CREATE INDEX entries_words ON entries USING gin (words)");
        Execute("VACUUM ANALYZE entries");
        _query = new NpgsqlCommand($"SELECT id FROM entries, to_tsquery('english', @query) AS q WHERE words @@ q ORDER BY ts_rank(words, q) DESC LIMIT {Limit}", _connection);
        _query.Parameters.Add(new NpgsqlParameter("query", NpgsqlDbType.Text));
        _query.Prepare();
    }

    public List<string> AnyOf(string[] words) => Find(string.Join(" | ", words));

    public List<string> AnyOfWithPrefix(string[] words) => Find(string.Join(" | ", words) + ":*");

    /// <summary>Asks for what no entry has: what remains is the way to the server and back.</summary>
    public List<string> Nothing() => Find("zzzzzzzzzz");

    public void Dispose()
    {
        _query.Dispose();
        _connection.Dispose();
        _server.Dispose();
    }

    private List<string> Find(string query)
    {
        _query.Parameters[0].Value = query;
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
        using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
