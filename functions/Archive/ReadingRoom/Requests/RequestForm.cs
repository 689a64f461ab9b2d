using Archive.Records;

namespace Archive.ReadingRoom.Requests;

/// <summary>A request as a reader fills it in: nothing of it is believed yet.</summary>
public sealed record RequestForm
{
    /// <summary>Names the form: sent twice with one key, it is one request.</summary>
    public string? Key { get; init; }

    /// <summary>The records.</summary>
    public IReadOnlyList<string> RecordIds { get; init; } = [];

    /// <summary>What is asked for; null where nothing was chosen that exists.</summary>
    public CopyProduct? Product { get; init; }

    /// <summary>A purpose (<see cref="RequestCodes.Purposes"/>).</summary>
    public string? Purpose { get; init; }

    /// <summary>The purpose in words.</summary>
    public string? PurposeContent { get; init; }

    /// <summary>The theme of research.</summary>
    public string? ResearchTopic { get; init; }

    /// <summary>A group of readers (<see cref="RequestCodes.FeeObjectTypes"/>).</summary>
    public string? FeeObjectType { get; init; }

    /// <summary>What else, evidence for one.</summary>
    public string? Description { get; init; }

    /// <summary>How many; null for what is no number.</summary>
    public int? Copies { get; init; } = 1;

    /// <summary>As it is kept: letters composed, blanks around taken off, each record once.</summary>
    public RequestForm Tidied() => this with
    {
        RecordIds = [.. RecordIds.Select(id => id.Trim()).Where(id => id.Length > 0).Distinct()],
        Purpose = Tidy(Purpose),
        PurposeContent = Tidy(PurposeContent),
        ResearchTopic = Tidy(ResearchTopic),
        FeeObjectType = Tidy(FeeObjectType),
        Description = Tidy(Description),
    };

    /// <summary>
    /// The names of the values at fault, in the order of the form; empty when there are none. Who claims a group that may pay less says what shows it
    /// (Đ35: evidence for priority cases). Lengths are those of the request metadata of a DIP.
    /// </summary>
    public IReadOnlyList<string> Errors() =>
    [
        .. Wrong(Key is not { Length: >= 8 and <= 100 }, "key"),
        .. Wrong(RecordIds.Count is 0 or > CopyRequest.MostRecords || !RecordIds.All(id => RecordId.TryParse(id, out _)), "recordIds"),
        .. Wrong(Product is null || !Enum.IsDefined(Product.Value), "product"),
        .. Wrong(Copies is not (>= 1 and <= 20) || (Product == CopyProduct.ReadingCopy && Copies != 1), "copies"),
        .. Wrong(!RequestCodes.IsPurpose(Purpose), "purpose"),
        .. Wrong(PurposeContent is not { Length: > 0 and <= 500 }, "purposeContent"),
        .. Wrong(ResearchTopic?.Length > 250, "researchTopic"),
        .. Wrong(FeeObjectType is not null && !RequestCodes.IsFeeObjectType(FeeObjectType), "feeObjectType"),
        .. Wrong(Description?.Length > 2000 || (Description is null && FeeObjectType != "10" && RequestCodes.IsFeeObjectType(FeeObjectType)), "description"),
    ];

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vietnamese.Compose(text.Trim());

    private static string[] Wrong(bool wrong, string name) => wrong ? [name] : [];
}
