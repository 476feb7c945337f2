using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace KbApi.Search.Indexing;

/// <summary>Lucene's codec, without what segments otherwise say about the time and the machine. It has the same name, for what it writes is read by that.</summary>
[CodecName("Lucene46")]
internal sealed class PlainSegmentCodec() : FilterCodec(new Lucene46Codec())
{
    public override SegmentInfoFormat SegmentInfoFormat { get; } = new PlainFormat(new Lucene46SegmentInfoFormat());

    private sealed class PlainFormat(SegmentInfoFormat inner) : SegmentInfoFormat
    {
        public override SegmentInfoReader SegmentInfoReader => inner.SegmentInfoReader;

        public override SegmentInfoWriter SegmentInfoWriter { get; } = new PlainWriter(inner.SegmentInfoWriter);
    }

    private sealed class PlainWriter(SegmentInfoWriter inner) : SegmentInfoWriter
    {
        public override void Write(Directory dir, SegmentInfo info, FieldInfos fis, IOContext ioContext)
        {
            info.Diagnostics.Clear();
            inner.Write(dir, info, fis, ioContext);
        }
    }
}
