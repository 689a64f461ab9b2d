namespace Archive.Description;

/// <summary>
/// How signs add up to a confidence: each sign says how likely it alone makes the reading right, and independent signs leave only the
/// product of their doubts. 0.9 is thus reached only where several agree.
/// </summary>
internal static class Evidence
{
    private const double Most = 0.99;

    /// <summary>The confidence of signs that agree; a sign that is absent is 0.</summary>
    public static double Of(params ReadOnlySpan<double> signs)
    {
        var doubt = 1.0;
        foreach (var sign in signs)
            doubt *= 1 - sign;
        return Math.Round(Math.Min(Most, 1 - doubt), 2);
    }

    /// <summary>A sign's weight where it was seen, else nothing.</summary>
    public static double If(bool seen, double weight) => seen ? weight : 0;
}
