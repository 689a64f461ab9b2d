namespace Archive.ReadingRoom.Deliveries;

/// <summary>What a typed verification code can be.</summary>
public abstract record CodeReading
{
    private CodeReading()
    {
    }

    /// <summary>A code that may have been issued.</summary>
    public sealed record Sound(VerificationCode Code) : CodeReading;

    /// <summary>No code of this archive: a letter too many, too few, or another one.</summary>
    public sealed record Mistyped : CodeReading;
}

/// <summary>
/// What an authenticated copy is looked up by (TT 05/2025 Đ41, Đ42): fifteen letters nobody can guess and one that shows a slip of the pen, typed as
/// <c>XXXX-XXXX-XXXX-XXXX</c>. With 75 random bits, who tries a thousand codes every second against a million issued ones needs a million years for a
/// hit: that, and no lock that would shut out honest people, is what keeps guessing off.
/// </summary>
public readonly record struct VerificationCode
{
    /// <summary>Bytes of chance a code is drawn from.</summary>
    public const int RandomBytes = 10;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Letters = 15;

    private VerificationCode(string value) => Value = value;

    /// <summary>Sixteen letters without hyphens: how it is stored.</summary>
    public string Value { get; }

    /// <summary>A new code out of random bytes.</summary>
    public static VerificationCode Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != RandomBytes)
            throw new ArgumentException($"A code is drawn from {RandomBytes} bytes.", nameof(random));

        Span<char> letters = stackalloc char[Letters + 1];
        for (var i = 0; i < Letters; i++)
        {
            var bit = i * 5;
            var window = (random[bit / 8] << 8) | (bit / 8 + 1 < random.Length ? random[bit / 8 + 1] : 0);
            letters[i] = Alphabet[(window >> (11 - (bit % 8))) & 31];
        }

        letters[Letters] = Alphabet[Check(letters[..Letters])];
        return new VerificationCode(new string(letters));
    }

    /// <summary>Reads what a person typed: in either case, with hyphens or blanks, and with O, I and L for the digits they look like.</summary>
    public static CodeReading Read(string? typed)
    {
        if (typed is null or { Length: > 60 })
            return new CodeReading.Mistyped();

        var letters = string.Concat(typed.ToUpperInvariant().Where(letter => letter is not '-' && !char.IsWhiteSpace(letter)))
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return letters.Length == Letters + 1 && letters.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) && Alphabet[Check(letters.AsSpan(0, Letters))] == letters[Letters]
            ? new CodeReading.Sound(new VerificationCode(letters))
            : new CodeReading.Mistyped();
    }

    /// <summary>As it is printed and said: four groups of four.</summary>
    public override string ToString() => string.Join('-', Value.Chunk(4).Select(group => new string(group)));

    /// <summary>
    /// The letters weighed with the powers of 2 in the field of 32 elements (x⁵ + x² + 1): no weight comes twice, so that one wrong letter and any two
    /// that changed places are always found.
    /// </summary>
    private static int Check(ReadOnlySpan<char> letters)
    {
        var sum = 0;
        foreach (var letter in letters)
            sum = Twice(sum ^ Alphabet.IndexOf(letter, StringComparison.Ordinal));
        return sum;
    }

    private static int Twice(int element) => (element << 1) ^ (element >= 16 ? 0b100101 : 0);
}
