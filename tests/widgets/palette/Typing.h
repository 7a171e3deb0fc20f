#pragma once

#include "tests/fault/window/Window.h"
#include "widgets/base/SearchLine.h"
#include "widgets/palette/Offers.h"
#include "widgets/palette/PaletteBox.h"

#include <QListView>

namespace typing {

/// The box that is open over the window; null when none is.
inline palette::PaletteBox *box(QWidget &window)
{
    for (auto *box : window.findChildren<palette::PaletteBox *>()) {
        if (box->isVisible())
            return box;
    }
    return nullptr;
}
inline base::SearchLine *line(QWidget &window) { return box(window)->findChild<base::SearchLine *>(); }
inline QListView *list(QWidget &window) { return box(window)->findChild<QListView *>(); }

/// What the rows say, headings left out.
inline QStringList titles(QWidget &window)
{
    QStringList titles;
    const palette::Offers &offers = box(window)->offers();
    for (int row = 0; row < offers.rowCount(); ++row) {
        if (!offers.index(row).data(palette::Offers::HeadingRole).toBool())
            titles << offers.index(row).data().toString();
    }
    return titles;
}
inline QModelIndex rowOf(QWidget &window, const QString &title)
{
    const palette::Offers &offers = box(window)->offers();
    for (int row = 0; row < offers.rowCount(); ++row) {
        if (offers.index(row).data().toString() == title)
            return offers.index(row);
    }
    return {};
}
inline void type(QWidget &window, const QString &text)
{
    line(window)->clear();
    line(window)->insert(text);
}

} // namespace typing
