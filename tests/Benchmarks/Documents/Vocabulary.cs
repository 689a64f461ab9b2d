using System.Globalization;

namespace Benchmarks.Documents;

/// <summary>Words of administrative Vietnamese, drawn the way words occur: few of them often, most of them seldom. The same seed draws the same words.</summary>
internal sealed class Vocabulary(int seed)
{
    private const string Frequent =
        "và của các về có trong việc theo quy định tại cho được là thực hiện công tác tài liệu lưu trữ điện tử cơ quan đơn vị thành phố ủy ban nhân dân " +
        "kế hoạch báo cáo quyết định phê duyệt ban hành hướng dẫn kiểm tra quản lý nhà nước hồ sơ giấy tờ số hóa sở nội vụ phường quận huyện xã trung tâm " +
        "lịch sử hiện hành nộp giao nhận thời hạn bảo quản thẩm quyền trách nhiệm tổ chức cá nhân sử dụng khai thác dữ liệu thông tin hệ thống phần mềm an toàn";

    private static readonly string[] Onsets =
        ["b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"];

    private static readonly string[] Rimes =
        ["a", "á", "à", "ả", "an", "án", "àn", "ang", "áng", "anh", "ánh", "ao", "áo", "âm", "ấm", "ân", "ất", "âu", "ấu", "ay", "áy", "ây", "ấy", "ăn", "ắn", "ăng", "ắng",
         "em", "én", "ênh", "ệnh", "in", "ính", "oan", "oán", "oàn", "ôi", "ối", "ội", "ông", "ống", "ồng", "ộng", "ơi", "ới", "uân", "uận", "ung", "úng", "ưng", "ứng", "ương", "ướng", "ường"];

    private static readonly string[] Words =
        [.. Frequent.Split(' ').Distinct(), .. Rimes.SelectMany(rime => Onsets.Select(onset => onset + rime))];

    private readonly Random random = new(seed);

    /// <summary>A word; with <paramref name="rare"/> 1 any as likely as another, above that the first of the list ever more often.</summary>
    public string Word(double rare = 4) => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), rare))];

    /// <summary>So many words.</summary>
    public string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    /// <summary>One of these.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>A number from one to a bound, as it is written.</summary>
    public string Number(int most) => random.Next(1, most + 1).ToString(CultureInfo.InvariantCulture);
}
