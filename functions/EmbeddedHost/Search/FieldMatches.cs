using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util.Automaton;

namespace EmbeddedHost.Search;

/// <summary>Which terms of one field a query looks for, so that they can be marked in a text: terms, patterns (prefix, wildcard, fuzzy, regular expression) and phrases.</summary>
internal sealed class FieldMatches
{
    private readonly string field;
    private readonly HashSet<string> terms = new(StringComparer.Ordinal);
    private readonly List<Predicate<string>> patterns = [];
    private readonly List<PhraseQuery> phrases = [];

    /// <summary>Collects what the query looks for in the field; what it excludes is not marked.</summary>
    public FieldMatches(Query query, string field)
    {
        this.field = field;
        Collect(query);
    }

    /// <summary>Whether there is anything to mark.</summary>
    public bool Any => terms.Count + patterns.Count + phrases.Count > 0;

    /// <summary>For each term of a text, whether the query found it. A phrase marks its terms only where they stand together.</summary>
    public bool[] Mark(IReadOnlyList<Token> tokens)
    {
        var marks = new bool[tokens.Count];
        for (var at = 0; at < tokens.Count; at++)
            marks[at] = terms.Contains(tokens[at].Term) || patterns.Exists(matches => matches(tokens[at].Term));
        foreach (var phrase in phrases)
            MarkPhrase(phrase, tokens, marks);
        return marks;
    }

    private void Collect(Query query)
    {
        switch (query)
        {
            case BooleanQuery combined:
                foreach (var clause in combined.Clauses.Where(clause => !clause.IsProhibited))
                    Collect(clause.Query);
                break;
            case TermQuery { Term: var term } when term.Field == field:
                terms.Add(term.Text);
                break;
            case PhraseQuery phrase when phrase.GetTerms() is [{ } first, ..] && first.Field == field:
                phrases.Add(phrase);
                break;
            case MultiTermQuery many when many.Field == field:
                patterns.Add(Pattern(many));
                break;
        }
    }

    private static Predicate<string> Pattern(MultiTermQuery query) => query switch
    {
        PrefixQuery { Prefix.Text: var prefix } => term => term.StartsWith(prefix, StringComparison.Ordinal),
        WildcardQuery wildcard => Runs(WildcardQuery.ToAutomaton(wildcard.Term)),
        FuzzyQuery fuzzy => Runs(new LevenshteinAutomata(fuzzy.Term.Text, fuzzy.Transpositions).ToAutomaton(fuzzy.MaxEdits)),
        RegexpQuery expression => Runs(new RegExp(Expression(expression)).ToAutomaton()),
        _ => throw Refusal.NotPlayed($"Highlighting of {query.GetType().Name}"),
    };

    /// <summary>Lucene shows a regular expression only in the query's own text, between slashes.</summary>
    private static string Expression(RegexpQuery query)
    {
        var text = query.ToString(query.Field);
        return text[1..text.LastIndexOf('/')];
    }

    private static Predicate<string> Runs(Automaton automaton) => new CharacterRunAutomaton(automaton).Run;

    private static void MarkPhrase(PhraseQuery phrase, IReadOnlyList<Token> tokens, bool[] marks)
    {
        var (wanted, offsets) = (phrase.GetTerms(), phrase.GetPositions());
        for (var start = 0; start < tokens.Count; start++)
        {
            var found = phrase.Slop == 0 ? Exactly(wanted, offsets, tokens, start) : Nearby(wanted, offsets[^1] - offsets[0] + phrase.Slop, tokens, start);
            foreach (var at in found)
                marks[at] = true;
        }
    }

    private static List<int> Exactly(Term[] wanted, int[] offsets, IReadOnlyList<Token> tokens, int start)
    {
        var found = new List<int>(wanted.Length);
        var at = start;
        for (var part = 0; part < wanted.Length; part++)
        {
            var position = tokens[start].Position + offsets[part] - offsets[0];
            while (at < tokens.Count && tokens[at].Position < position)
                at++;
            if (at == tokens.Count || tokens[at].Position != position || tokens[at].Term != wanted[part].Text)
                return [];
            found.Add(at);
        }

        return found;
    }

    private static List<int> Nearby(Term[] wanted, int distance, IReadOnlyList<Token> tokens, int start)
    {
        var missing = wanted.Select(term => term.Text).ToList();
        var found = new List<int>(wanted.Length);
        for (var at = start; at < tokens.Count && tokens[at].Position - tokens[start].Position <= distance; at++)
        {
            if (missing.Remove(tokens[at].Term))
                found.Add(at);
            else if (at == start)
                return [];
        }

        return missing.Count == 0 ? found : [];
    }
}
