#include "models/promql/Offers.h"

#include "models/promql/Words.h"

#include <algorithm>

namespace promql {

namespace {

constexpr std::string_view durations[] = {"30s", "1m", "5m", "10m", "30m", "1h", "6h", "1d", "7d"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

/// As a string of PromQL in double quotes, without them.
std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out;
}

class Collection
{
public:
    explicit Collection(std::string_view typed) : m_typed(lowered(typed)) { }

    void add(Offer offer)
    {
        const std::size_t at = lowered(offer.text).find(m_typed);
        if (at == std::string::npos)
            return;
        auto &list = at == 0 ? m_first : m_later;
        if (list.size() < MostOffers)
            list.push_back(std::move(offer));
    }

    std::vector<Offer> taken()
    {
        m_first.insert(m_first.end(), std::make_move_iterator(m_later.begin()), std::make_move_iterator(m_later.end()));
        m_first.resize(std::min(m_first.size(), MostOffers));
        return std::move(m_first);
    }

private:
    std::string m_typed;
    std::vector<Offer> m_first, m_later;
};

void addCallables(Collection &out, std::span<const Callable> callables, Offer::Kind kind)
{
    for (const Callable &each : callables)
        out.add({kind, std::string(each.name), std::string(each.name) + '(', '(' + std::string(each.arguments) + ')', std::string(each.gives)});
}

void addExpressions(Collection &out, const Names &names)
{
    addCallables(out, aggregations(), Offer::Kind::Aggregation);
    addCallables(out, functions(), Offer::Kind::Function);
    for (const std::string_view word : keywords())
        out.add({Offer::Kind::Keyword, std::string(word), std::string(word) + (takesLabels(word) ? " (" : " ")});
    for (const std::string &metric : names.metrics) {
        const auto about = names.about.find(metric);
        out.add({Offer::Kind::Metric, metric, metric, about == names.about.end() ? std::string() : about->second.type, about == names.about.end() ? std::string() : about->second.help});
    }
}

} // namespace

std::vector<Offer> offersFor(const Place &place, const Names &names)
{
    Collection out(place.typed);
    switch (place.wanted) {
    case Wanted::Nothing:
        break;
    case Wanted::Expression:
        addExpressions(out, names);
        break;
    case Wanted::LabelName:
        for (const std::string &label : names.labels)
            if (label != "__name__")
                out.add({Offer::Kind::Label, label, label});
        break;
    case Wanted::LabelValue:
        for (const std::string &value : names.values)
            out.add({Offer::Kind::Value, value, place.isQuoted ? escaped(value) : '"' + escaped(value) + '"'});
        break;
    case Wanted::Duration:
        for (const std::string_view duration : durations)
            out.add({Offer::Kind::Duration, std::string(duration), std::string(duration)});
        break;
    }
    return out.taken();
}

} // namespace promql
