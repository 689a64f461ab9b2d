namespace Archive.Records;

/// <summary>What a finding means for the upload or record it is about.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing to do.</summary>
    Note,

    /// <summary>A person should look; the record is kept.</summary>
    Warning,

    /// <summary>The upload cannot be admitted.</summary>
    Error,
}

/// <summary>A kind of finding. All kinds stand in <see cref="FindingCodes"/>; their words in both languages stand in the resource files.</summary>
/// <param name="Id">The stable code, for example <c>A-104</c>.</param>
/// <param name="Severity">What it means.</param>
public sealed record FindingCode(string Id, Severity Severity);

/// <summary>Something the archive noticed. Words are made from it only where a person reads it, in that person's language.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">What it means.</param>
/// <param name="Where">The file, field, page or line it is about.</param>
/// <param name="Values">What was found and what was expected, in the order the code's sentence names them.</param>
public sealed record Finding(string Code, Severity Severity, string Where, IReadOnlyList<string> Values)
{
    /// <summary>A finding of a kind, at a place.</summary>
    public static Finding Of(FindingCode code, string where, params string[] values) => new(code.Id, code.Severity, where, values);
}
