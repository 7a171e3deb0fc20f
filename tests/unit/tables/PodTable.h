#pragma once

#include "models/tables/TableModel.h"
#include "tests/support/PodRows.h"

#include <QAbstractItemModelTester>

namespace tables {

using support::PodRow;
using support::PodRows;

inline QString shown(const TableModel &model)
{
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys.push_back(QString::fromStdString(model.key(row)));
    return keys.join(QLatin1Char(' '));
}

inline int columnNamed(const TableModel &model, const char *name)
{
    return static_cast<int>(model.source().columnNamed(name).value());
}

/// A table of pods, with a tester that watches whether it keeps the rules of item models.
struct Fixture
{
    PodRows rows;
    support::StandingClock clock;
    TableModel model{rows.store, support::podType(), true, clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    void put(std::initializer_list<PodRow> pods)
    {
        for (const PodRow &pod : pods)
            rows.put(pod);
        model.apply(rows.apply());
    }
    void remove(const char *namespaceName, const char *name)
    {
        rows.remove(namespaceName, name);
        model.apply(rows.apply());
    }
};

inline PodRow pod(const char *namespaceName, const char *name)
{
    PodRow row;
    row.namespaceName = namespaceName;
    row.name = name;
    return row;
}

inline PodRow pod(const char *name) { return pod("a", name); }

} // namespace tables
