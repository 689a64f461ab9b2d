using CsCheck;

namespace ArchiveFunctions.Tests.ReadingRoom.Leaks;

/// <summary>A request somebody makes.</summary>
/// <param name="Asker">Who.</param>
/// <param name="Path">The address; the word it holds stands at <c>{0}</c>.</param>
/// <param name="Word">A word of some record, known to the asker or not; null for none.</param>
internal sealed record Asking(Asker Asker, string Path, string? Word)
{
    private static readonly string[] Lists =
    [
        "api/records?size=100", "reading-room?", "reading-room/export?format=csv", "reading-room/export?format=json", "reading-room/browse?", "api/records?size=0", "reading-room?sort=none",
    ];

    private static readonly string[] OfAgency =
    [
        "transfer-schedule?month=undetermined", "transfer-schedule?month=2026-01", "notices", "transfers", "uploads", "receipts", "transfer-forecast", "dossier-readiness?fileCode={0}", "uploads?blob={0}", "disclosures",
    ];

    private static readonly string[] OfRecord = ["api/records/{0}", "api/records/{0}/content", "api/records/{0}/history", "reading-room/records/{0}", "api/records/{0}/exemption", "reading-room/records/{0}?lang=en"];

    /// <summary>Requests for what is held: lists with every parameter, an agency's lists, single records.</summary>
    public static Gen<Asking> Of(Holdings holdings)
    {
        var asker = Any([.. holdings.Askers]);
        var record = Any([.. holdings.Records]);
        var word = Gen.Select(record, Gen.Int[0, 40]).Select((marked, which) => marked.Described.Concat(marked.Closed).Append(marked.Id.Value).ElementAt(which % (marked.Described.Count + marked.Closed.Count + 1)));
        var guess = Any<string>(["q={0}", "q=%22{0}%22", "q={0}*", $"q={{0}}+{Marked.InTitles}", "q=title:{0}", "dossier={0}", "issuer={0}", "type={0}", "agency={0}", "continuation={0}", "year={0}", "from={0}"]);
        var filters = Gen.Select(
            Any<string>(["", "&sort=newest", "&sort=oldest", "&sort=relevance"]),
            Any<string>(["", "&access=01", "&access=02"]),
            Any<string>(["", "&custody=agency", "&custody=historical"]),
            Any<string>(["", "&year=2020", "&from=2020&to=2021", "&from=2020-03-15&to=2020-03-15", "&to=2020-03-14"]),
            Any(["", .. holdings.Agencies.Select(agency => $"&agency={agency}")]))
            .Select((sort, access, custody, years, agency) => sort + access + custody + years + agency);
        var list = Gen.Select(asker, Any(Lists), filters, guess, word, Any<string>(["", $"&q={Marked.InTitles}", $"&q={Marked.InTexts}"]), Gen.Bool)
            .Select((who, address, filter, parameter, guessed, common, isGuess) => isGuess ? new Asking(who, $"{address}&{parameter}{filter}", guessed) : new Asking(who, $"{address}{common}{filter}", null));
        var agencys = Gen.Select(asker, Any([.. holdings.Agencies]), Any(OfAgency), word)
            .Select((who, agency, address, guessed) => new Asking(who, $"api/agencies/{agency}/{address}", address.Contains("{0}", StringComparison.Ordinal) ? guessed : null));
        var single = Gen.Select(asker, Any(OfRecord), record).Select((who, address, marked) => new Asking(who, address, marked.Id.Value));
        return Gen.Frequency<Asking>((5, list), (2, agencys), (3, single));
    }

    /// <summary>
    /// Asks, and looks through the answer. An answer repeats the word it was asked for; where the asker may not know that word, it must be the answer to
    /// a word that is nowhere.
    /// </summary>
    public async Task LeaksNothing(Holdings holdings)
    {
        var told = await Told.By(Asker.Client, At(Word));
        if (Word is { } word && holdings.HiddenFrom(Asker).Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            var nowhere = Nowhere(word);
            Assert.Equal((await Told.By(Asker.Client, At(nowhere))).Without(nowhere), told.Without(word));
            told = told.Without(word);
        }

        LeakProperties.Hides(holdings, Asker, told, At(Word));
        Assert.True(told.IsKeptByNobody || IsOfPublic(holdings), $"{At(Word)} may be kept on the way.");
        Assert.True(told.Status < 500, $"{At(Word)}: {told.Status}");
    }

    /// <summary>One of some.</summary>
    public static Gen<T> Any<T>(IReadOnlyList<T> some) => Gen.Int[0, some.Count - 1].Select(which => some[which]);

    /// <summary>A single record that is anybody's may be kept, and asked for again each time.</summary>
    private bool IsOfPublic(Holdings holdings) => OfRecord.Contains(Path) && holdings.Records.Any(marked => marked.Id.Value == Word && marked.Draft.Kind == Kind.Public);

    private string At(string? word) => word is null ? Path : Path.Replace("{0}", word, StringComparison.Ordinal);

    /// <summary>A word of the same shape that no record has.</summary>
    private static string Nowhere(string word) => Archive.Records.RecordId.TryParse(word, out _) ? "r" + new string('0', 26)
        : word.All(char.IsAsciiDigit) ? "98799999999"
        : word.Length == 64 ? new string('9', 64)
        : string.Concat(word[..^5], char.IsUpper(word[^1]) ? "ZZZZZ" : "zzzzz");
}
