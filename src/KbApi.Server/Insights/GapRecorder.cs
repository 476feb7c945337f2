using System.Threading.Channels;
using KbApi.Content.Model;
using KbApi.Reports.Gaps;
using KbApi.Server.Http;

namespace KbApi.Server.Insights;

/// <summary>
/// Takes down what was asked and not answered. It costs a request no more than putting it into a queue; what there is no room for there is only
/// counted. Redaction, templates and the store come behind the queue (<see cref="GapWriter"/>). Where no gaps are kept, nothing is taken down.
/// </summary>
internal sealed class GapRecorder(TimeProvider time)
{
    private const int MaxWaiting = 4096;
    private const int MaxChars = 1000;

    private readonly Channel<AskedQuestion> _questions = Channel.CreateBounded<AskedQuestion>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private long _lost;

    /// <summary>Whether there is somebody behind the queue.</summary>
    public bool IsOn { get; set; }

    /// <summary>The questions, to be read by one.</summary>
    public ChannelReader<AskedQuestion> Questions => _questions.Reader;

    /// <summary>Takes a question down.</summary>
    /// <param name="kind">What was asked.</param>
    /// <param name="text">The code, query or message as it was given; of a long one the beginning.</param>
    /// <param name="scope">The content and the locale that were asked.</param>
    public void Record(GapKind kind, string text, AnswerScope scope)
    {
        if (IsOn && !_questions.Writer.TryWrite(new AskedQuestion(kind, Beginning.Of(text, MaxChars), scope.Locale.Requested, scope.KnowledgeBase, time.GetUtcNow())))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>How many there was no room for since this was last asked.</summary>
    public long TakeLost() => Interlocked.Exchange(ref _lost, 0);
}

/// <summary>A question without an answer, as it was put. It is held for a moment and never kept.</summary>
internal readonly record struct AskedQuestion(GapKind Kind, string Text, LocaleTag Locale, KnowledgeBase KnowledgeBase, DateTimeOffset Time);
