#pragma once

#include "models/kube/ResourceType.h"
#include "models/settings/Settings.h"
#include "models/tables/TableLayout.h"

#include <QObject>

namespace table {

/// The layout of the tables of one kind, the same in all clusters, as it is remembered. GUI thread.
class LayoutMemory final : public QObject
{
    Q_OBJECT

public:
    /// The settings outlive it.
    LayoutMemory(settings::Settings &settings, const kube::ResourceType &type, QObject *parent = nullptr);

    const tables::TableLayout &layout() const { return m_layout; }
    /// What a person chose; an empty layout is forgotten.
    void choose(const tables::TableLayout &layout);

Q_SIGNALS:
    /// It was chosen in another table, or forgotten.
    void changed();

private:
    settings::Settings &m_settings;
    std::string m_key;
    tables::TableLayout m_layout;
};

} // namespace table
