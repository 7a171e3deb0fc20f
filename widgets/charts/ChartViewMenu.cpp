#include "widgets/charts/ChartView.h"

#include "models/charts/Twin.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/charts/TwinModel.h"

#include <QBuffer>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace charts {

namespace {

constexpr std::size_t MostNames = 40;

/// The entry that turns a line off and on; the period before has one for all its lines.
void addToggle(QMenu &menu, ChartView &view, std::size_t i, const QString &name)
{
    QAction *action = menu.addAction(base::buttonText(name), &view, [&view, i] { view.toggle(i); });
    action->setCheckable(true);
    action->setChecked(!view.hidden()[i]);
}

} // namespace

void ChartView::fillMenu(QMenu &menu)
{
    const bool isTable = m_form == Form::Table;
    QAction *form = menu.addAction(isTable ? tr("Show as lines") : tr("Show as table"), this, [this, isTable] { setForm(isTable ? Form::Lines : Form::Table); });
    form->setShortcut(Qt::Key_T);
    form->setEnabled(m_chart != nullptr);
    QAction *whole = menu.addAction(tr("Show all of the time"), this, &ChartView::resetZoom);
    whole->setShortcut(Qt::Key_0);
    whole->setEnabled(m_group.zoom().has_value());
    if (m_isExplained)
        menu.addAction(tr("Where this comes from"), this, &ChartView::explanationRequested);
    menu.addSeparator();
    for (QAction *action : {menu.addAction(tr("Copy values"), this, &ChartView::copyTable), menu.addAction(tr("Save values as CSV…"), this, &ChartView::saveValues),
                            menu.addAction(tr("Save picture as PNG…"), this, &ChartView::savePicture)})
        action->setEnabled(m_chart != nullptr);
    if (!m_chart)
        return;
    menu.addSeparator();
    bool hasBefore = false;
    for (std::size_t i = 0; i < std::min(m_chart->lines.size(), MostNames); ++i) {
        const bool isBefore = m_chart->lines[i].role == Role::Before;
        if (!isBefore || !std::exchange(hasBefore, true))
            addToggle(menu, *this, i, isBefore ? tr("Period before") : base::oneLine(m_chart->lines[i].name));
    }
}

void ChartView::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(place);
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    showMenu(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(m_places.plot.topLeft()) : event->globalPos());
}

QString ChartView::fileStem() const
{
    QString stem = m_title.toLower();
    for (QChar &letter : stem)
        letter = letter.isLetterOrNumber() ? letter : QChar(u'-');
    return stem.left(80);
}

void ChartView::copyTable()
{
    if (!m_chart)
        return;
    TwinModel model;
    model.show(*m_chart, range());
    QGuiApplication::clipboard()->setText(model.text());
    Q_EMIT noticed(tr("Copied the values of %1").arg(m_title));
}

void ChartView::saveValues()
{
    m_file->save({tr("Save values"), base::FileExport::datedName(fileStem(), QStringLiteral("csv")), base::FileExport::filterFor(QStringLiteral("CSV"), QStringLiteral("csv"))},
                 csvOf(*m_chart, range()));
}

void ChartView::savePicture()
{
    const QImage picture = image();
    const base::FileExport::Wish wish{tr("Save picture"), base::FileExport::datedName(fileStem(), QStringLiteral("png")), base::FileExport::filterFor(QStringLiteral("PNG"), QStringLiteral("png"))};
    m_file->ask(wish, [this, picture](const QString &path) {
        m_file->write(path, [picture] {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            picture.save(&buffer, "PNG");
            return bytes.toStdString();
        });
    });
}

} // namespace charts
