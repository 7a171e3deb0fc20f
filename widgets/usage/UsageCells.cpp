#include "widgets/usage/UsageCells.h"

#include "models/tables/PackedObjects.h"
#include "widgets/usage/UsageWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace usage {

using metrics::Measured;

namespace {

constexpr Resource resources[] = {Resource::Cpu, Resource::Memory};
/// More than fit on any screen; then it begins anew.
constexpr std::size_t mostKnown = 2000;

/// Nothing where the object is not kept.
std::optional<metrics::Allowance> read(const tables::ListedRow &row, const kube::ResourceType &type, Measured measured)
{
    const auto object = tables::objectOf(row.store, type, row.row);
    if (!object)
        return std::nullopt;
    return measured == Measured::Pods ? metrics::allowanceOfPod(*object) : metrics::allowanceOfNode(*object);
}

} // namespace

bool UsageCells::hasColumnsFor(const kube::ResourceType &type)
{
    return type.qualifiedName() == "pods" || type.qualifiedName() == "nodes";
}

UsageCells::UsageCells(std::shared_ptr<metrics::UsageSource> source, const kube::ResourceType &type, const base::Clock &clock)
    : m_source(std::move(source)), m_type(type), m_measured(type.qualifiedName() == "pods" ? Measured::Pods : Measured::Nodes), m_clock(clock)
{
    m_columns.push_back({"CPU", words(QT_TRANSLATE_NOOP("usage", "CPU")), true, true, cellWords(), true});
    m_columns.push_back({"Memory", words(QT_TRANSLATE_NOOP("usage", "Memory")), true, true, cellWords(), true});
    connect(m_source.get(), &metrics::UsageSource::changed, this, [this](Measured measured) {
        if (measured == m_measured)
            Q_EMIT changed();
    });
}

UsageCells::~UsageCells()
{
    m_source->setWanted(this, m_measured, false);
}

void UsageCells::want(const std::vector<char> &wanted)
{
    m_source->setWanted(this, m_measured, std::ranges::find(wanted, 1) != wanted.end());
}

void UsageCells::read(std::string_view key, std::vector<std::string> &texts) const
{
    addTexts(*m_source, m_measured, key, texts);
}

const std::optional<metrics::Allowance> &UsageCells::allowanceOf(const tables::ListedRow &row) const
{
    if (m_known.size() > mostKnown)
        m_known.clear();
    Known &known = m_known[std::string(row.key())];
    if (std::string version = row.store.resourceVersion(row.row); known.version.empty() || known.version != version)
        known = {std::move(version), usage::read(row, m_type, m_measured)};
    return known.allowance;
}

std::string UsageCells::explain(const tables::ListedRow &row, std::size_t column) const
{
    return reasonOf(*m_source, {m_measured, resources[column], row.key()}, allowanceOf(row), m_clock.now());
}

std::optional<tables::Gauge> UsageCells::gauge(const tables::ListedRow &row, std::size_t column) const
{
    const auto &table = m_source->table(m_measured);
    const metrics::MeasuredObject *object = table ? table->find(row.key()) : nullptr;
    if (!object)
        return std::nullopt;
    const Measure measure = measureOf(resources[column], object->usage, allowanceOf(row).value_or(metrics::Allowance()));
    return measure.used ? std::optional(gaugeOf(measure, isOld(*m_source, m_measured, object->usage, m_clock.now()))) : std::nullopt;
}

} // namespace usage
