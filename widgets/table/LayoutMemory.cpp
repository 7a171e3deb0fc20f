#include "widgets/table/LayoutMemory.h"

namespace table {

namespace {

constexpr const char *section = "kinds";

} // namespace

LayoutMemory::LayoutMemory(settings::Settings &settings, const kube::ResourceType &type, QObject *parent)
    : QObject(parent), m_settings(settings), m_key(type.qualifiedName()), m_layout(tables::readLayout(settings.value(section, m_key)))
{
    connect(&settings, &settings::Settings::changed, this, [this](const std::string &changedSection, const std::string &key) {
        if (changedSection != section || (!key.empty() && key != m_key))
            return;
        tables::TableLayout layout = tables::readLayout(m_settings.value(section, m_key));
        if (layout == m_layout)
            return;
        m_layout = std::move(layout);
        Q_EMIT changed();
    });
}

void LayoutMemory::choose(const tables::TableLayout &layout)
{
    if (layout == m_layout)
        return;
    const text::Value value = layout == tables::TableLayout() ? text::Value::null() : tables::toValue(layout);
    m_layout = tables::readLayout(value); // not all of what is folded is remembered: that is no news to who folded it
    m_settings.set(section, m_key, value);
}

} // namespace table
