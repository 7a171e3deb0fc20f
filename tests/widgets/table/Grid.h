#pragma once

#include "tests/support/PodRows.h"
#include "widgets/table/GridView.h"

#include <QTest>

namespace table {

using support::PodRow;
using support::PodRows;
using tables::TableModel;

inline constexpr int rowHeight = base::Theme::RowHeight;

inline PodRow pod(const QString &name)
{
    PodRow row;
    row.namespaceName = "team-a";
    row.name = name.toStdString();
    return row;
}

/// A grid of pods on screen, 20 rows high.
struct Fixture
{
    PodRows rows;
    support::StandingClock clock;
    TableModel model{rows.store, support::podType(), true, clock};
    GridView view{model};

    explicit Fixture(int count = 100)
    {
        for (int i = 0; i < count; ++i)
            rows.put(pod(QStringLiteral("web-%1").arg(i * 10)));
        apply();
        view.resize(900, 20 * rowHeight + base::Theme::HeaderHeight);
        view.show();
        // A window that never becomes active has focus as far as the grid is concerned.
        view.setFocus();
        [[maybe_unused]] const bool shown = QTest::qWaitForWindowExposed(&view);
    }
    void apply() { model.apply(rows.apply()); }
    void put(const PodRow &row)
    {
        rows.put(row);
        apply();
    }
    void remove(const QString &name)
    {
        rows.remove("team-a", name.toStdString());
        apply();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&view, key, modifiers); }
    QPoint cell(int row, const char *column) const
    {
        return view.cellRect(row, static_cast<int>(model.source().columnNamed(column).value())).topLeft() + QPoint(20, 12);
    }
    void click(int row, const char *column, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, cell(row, column));
    }
    QString current() const { return view.currentKey().section(QLatin1Char('/'), 1); }
    QStringList selected() const
    {
        QStringList names;
        for (const QString &key : view.selectedKeys())
            names.push_back(key.section(QLatin1Char('/'), 1));
        return names;
    }
    int y(const QString &name) const
    {
        return view.cellRect(model.placeOf(rows.store.find("team-a/" + name.toStdString())), 0).y();
    }
};

} // namespace table
