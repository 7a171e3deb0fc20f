#include "models/promql/NamesSource.h"

#include <algorithm>
#include <utility>

namespace promql {

NamesSource::NamesSource(base::Executor &consumer, QObject *parent) : QObject(parent), m_consumer(consumer), m_anchor(std::make_shared<Anchor>(Anchor{this})) { }

NamesSource::~NamesSource()
{
    m_anchor->owner = nullptr;
}

void NamesSource::setClient(std::shared_ptr<metrics::PrometheusClient> client)
{
    if (client == m_client)
        return;
    stop();
    m_client = std::move(client);
    m_kept.clear();
    m_names = {};
    m_wanted.clear();
}

std::vector<NamesSource::Question> NamesSource::questionsOf(const Place &place)
{
    switch (place.wanted) {
    case Wanted::Expression: return {{What::Metrics}, {What::About}};
    case Wanted::LabelName: return {{What::Labels, {}, place.selector.empty() ? place.metric : place.selector}};
    case Wanted::LabelValue: return {{What::Values, place.label, place.selector}};
    case Wanted::Nothing:
    case Wanted::Duration: break;
    }
    return {};
}

const Names &NamesSource::namesFor(const Place &place)
{
    m_wanted = questionsOf(place);
    for (const Question &question : m_wanted)
        m_kept[question].used = m_consumer.clock().steady();
    const bool isDueNow = std::ranges::any_of(m_wanted, [this](const Question &question) { return isDue(question); });
    m_pause.cancel();
    if (isDueNow && m_client)
        m_pause = m_consumer.after(Pause, [this] { ask(); });
    forgetOld();
    fill();
    return m_names;
}

bool NamesSource::isDue(const Question &question) const
{
    const Kept &kept = m_kept.at(question);
    if (kept.job.isRunning())
        return false;
    const auto age = m_consumer.clock().steady() - kept.asked;
    return kept.error ? age >= AfterError : !kept.isKnown || age >= Lifetime;
}

/// Of what is not wanted any more nothing is asked on.
void NamesSource::ask()
{
    for (auto &[question, kept] : m_kept)
        if (std::ranges::find(m_wanted, question) == m_wanted.end())
            kept.job.cancel();
    for (const Question &question : m_wanted)
        if (m_client && isDue(question))
            m_kept.at(question).job = send(question);
}

/// Brings an answer to this thread.
template<typename T>
std::function<void(base::Result<T>)> NamesSource::taking(const Question &question)
{
    return [&consumer = m_consumer, anchor = m_anchor, question, round = m_round](base::Result<T> result) {
        auto shared = std::make_shared<base::Result<T>>(std::move(result));
        consumer.post([anchor, question, round, shared] {
            if (anchor->owner && anchor->owner->m_round == round)
                anchor->owner->take(question, std::move(*shared));
        });
    };
}

base::Job NamesSource::send(const Question &question)
{
    using Texts = std::vector<std::string>;
    switch (question.what) {
    case What::Metrics: return m_client->fetchLabelValues("__name__", {}, MostNames, taking<Texts>(question));
    case What::About: return m_client->fetchMetadata({}, taking<std::vector<metrics::MetricMetadata>>(question));
    case What::Labels: return m_client->fetchLabelNames(question.selector, MostValues, taking<Texts>(question));
    case What::Values: break;
    }
    return m_client->fetchLabelValues(question.label, question.selector, MostValues, taking<Texts>(question));
}

NamesSource::Kept &NamesSource::answered(const Question &question)
{
    Kept &kept = m_kept[question];
    kept.job = {};
    kept.asked = m_consumer.clock().steady();
    kept.error.reset();
    return kept;
}

void NamesSource::take(const Question &question, base::Result<std::vector<std::string>> names)
{
    Kept &kept = answered(question);
    if (!names) {
        kept.error = names.error();
    } else {
        kept.isKnown = true;
        kept.names = std::move(*names);
        if (question.what == What::Metrics)
            m_names.metrics = std::exchange(kept.names, {});
    }
    fill();
    Q_EMIT changed();
}

void NamesSource::take(const Question &question, base::Result<std::vector<metrics::MetricMetadata>> about)
{
    Kept &kept = answered(question);
    if (!about) {
        kept.error = about.error();
    } else {
        kept.isKnown = true;
        m_names.about.clear();
        for (metrics::MetricMetadata &each : *about)
            m_names.about.try_emplace(std::move(each.metric), Names::About{std::move(each.type), std::move(each.help)});
    }
    Q_EMIT changed();
}

void NamesSource::fill()
{
    m_names.labels.clear();
    m_names.values.clear();
    for (const Question &question : m_wanted) {
        if (question.what == What::Labels)
            m_names.labels = m_kept[question].names;
        else if (question.what == What::Values)
            m_names.values = m_kept[question].names;
    }
}

/// The metrics stay; of the others those that were used last.
void NamesSource::forgetOld()
{
    while (m_kept.size() > MostLists + 2) {
        auto oldest = m_kept.end();
        for (auto i = m_kept.begin(); i != m_kept.end(); ++i) {
            const bool mayGo = i->first.what != What::Metrics && i->first.what != What::About && std::ranges::find(m_wanted, i->first) == m_wanted.end();
            if (mayGo && (oldest == m_kept.end() || i->second.used < oldest->second.used))
                oldest = i;
        }
        if (oldest == m_kept.end())
            return;
        m_kept.erase(oldest);
    }
}

void NamesSource::stop()
{
    ++m_round;
    m_pause.cancel();
    for (auto &[question, kept] : m_kept)
        kept.job.cancel();
}

bool NamesSource::isAsking() const
{
    return m_pause.isRunning() || std::ranges::any_of(m_wanted, [this](const Question &question) {
        const auto kept = m_kept.find(question);
        return kept != m_kept.end() && kept->second.job.isRunning();
    });
}

std::optional<base::Error> NamesSource::error() const
{
    for (const Question &question : m_wanted)
        if (const auto kept = m_kept.find(question); kept != m_kept.end() && kept->second.error && !kept->second.isKnown)
            return kept->second.error;
    return std::nullopt;
}

} // namespace promql
