namespace Archive.Transfer.Receipts;

/// <summary>Something that keeps a receipt, or what it is about, from being sound. It is for whoever verifies, years later and elsewhere.</summary>
/// <param name="Code">The stable code, for example <c>R-511</c> (<see cref="ReceiptCodes"/>).</param>
/// <param name="Where">The half of the receipt, the other receipt, or the path of the file it is about.</param>
/// <param name="Detail">What was found, in English.</param>
public sealed record ReceiptFinding(string Code, string Where, string Detail);
