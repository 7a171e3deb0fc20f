#include "widgets/palette/PaletteBox.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/Theme.h"
#include "widgets/palette/OfferDelegate.h"
#include "widgets/palette/Offers.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace palette {

using base::Meaning;
using base::Theme;

namespace {

constexpr int WidestBox = 760;
constexpr int BesideBox = 32;
constexpr int AboveBox = 44;        ///< below the top bar
constexpr int MostHeight = 15 * OfferDelegate::RowHeight;

} // namespace

PaletteBox::PaletteBox(std::unique_ptr<Offers> offers, QWidget *over)
    : QFrame(over)
    , m_offers(std::move(offers))
    , m_line(new base::SearchLine(this))
    , m_list(new QListView(this))
    , m_status(new base::PlainLabel(this))
    , m_copy(new QPushButton(tr("Copy as kubectl"), this))
{
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(m_offers->invitation());
    setAutoFillBackground(true);
    m_line->setPlaceholderText(m_offers->invitation());
    m_line->setAccessibleName(m_offers->invitation());
    m_list->setModel(m_offers.get());
    m_list->setItemDelegate(new OfferDelegate(m_list));
    m_list->setAccessibleName(tr("What fits"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_status->setFont(Theme::instance().captionFont());
    m_status->setTextInteractionFlags(Qt::NoTextInteraction);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_copy->setFocusPolicy(Qt::TabFocus);
    m_copy->setAutoDefault(false);
    m_copy->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 6);
    layout->setSpacing(6);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_status, 1);
    foot->addWidget(m_copy);
    layout->addLayout(foot);
    connect(m_line, &base::SearchLine::typed, this, [this](const QString &text) {
        m_isChosen = false;
        m_offers->type(text);
        m_list->scrollToTop();
    });
    connect(m_line, &QLineEdit::returnPressed, this, &PaletteBox::accept);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        accept();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_offers->command(m_list->currentIndex().row()));
        Q_EMIT noticed(tr("Copied the command"));
    });
    connect(m_offers.get(), &Offers::modelReset, this, &PaletteBox::rowsChanged);
    connect(m_offers.get(), &Offers::statusChanged, this, &PaletteBox::showStatus);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PaletteBox::tellCurrent);
    connect(&Theme::instance(), &Theme::changed, this, &PaletteBox::restyle);
    restyle();
}

PaletteBox::~PaletteBox()
{
    m_list->setModel(nullptr);
}

void PaletteBox::restyle()
{
    const auto name = [](Meaning meaning) { return Theme::instance().color(meaning).name(); };
    setStyleSheet(QStringLiteral("#palette { background: %1; border: 1px solid %2; border-radius: 5px; } QListView { background: %1; }"
                                 "QPushButton { border: none; min-height: 0; padding: 0 4px; background: transparent; color: %3; }")
                      .arg(name(Meaning::Raised), name(Meaning::Border), name(Meaning::Accent)));
    QPalette palette;
    palette.setColor(QPalette::WindowText, Theme::instance().color(Meaning::Secondary));
    m_status->setPalette(palette);
}

void PaletteBox::open()
{
    m_before = QApplication::focusWidget();
    qApp->installEventFilter(this);
    m_offers->type({});
    rowsChanged();
    showStatus();
    place();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
}

void PaletteBox::dismissIfLeft()
{
    const QWidget *focus = QApplication::focusWidget();
    if (!focus || !isAncestorOf(focus))
        dismiss();
}

void PaletteBox::dismiss()
{
    if (isHidden())
        return;
    qApp->removeEventFilter(this);
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_before)
        m_before->setFocus(Qt::PopupFocusReason);
    deleteLater();
}

/// As high as what fits needs, so that what lies behind stays in sight.
void PaletteBox::place()
{
    const QWidget *over = parentWidget();
    const int width = qMin(WidestBox, over->width() - 2 * BesideBox);
    int rows = 0;
    for (int row = 0; row < m_offers->rowCount() && rows < MostHeight; ++row)
        rows += m_list->sizeHintForIndex(m_offers->index(row)).height();
    const int most = qMin(MostHeight, over->height() - AboveBox - BesideBox);
    m_list->setFixedHeight(qMin(rows, most));
    const bool hasFoot = !m_status->text().isEmpty() || m_copy->isVisibleTo(this);
    m_status->setVisible(hasFoot);
    layout()->activate();
    setGeometry((over->width() - width) / 2, AboveBox, width, layout()->sizeHint().height());
}

/// What the person moved to stays chosen, wherever it stands among the new rows.
void PaletteBox::rowsChanged()
{
    if (!m_isChosen || !chooseAgain())
        selectFirst();
    tellCurrent();
    showStatus();
}

bool PaletteBox::chooseAgain()
{
    for (int row = 0; row < m_offers->rowCount(); ++row) {
        const QModelIndex index = m_offers->index(row);
        if (index.data(Qt::AccessibleTextRole).toString() != m_chosen)
            continue;
        m_list->setCurrentIndex(index);
        return true;
    }
    return false;
}

void PaletteBox::selectFirst()
{
    m_list->setCurrentIndex({});
    moveBy(1);
    m_isChosen = false;
    m_list->scrollToTop();
}

void PaletteBox::moveBy(int rows)
{
    const int step = rows < 0 ? -1 : 1;
    const int count = m_offers->rowCount();
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    int found = row;
    for (int left = qAbs(rows); left > 0; --left) {
        do {
            row += step;
        } while (row >= 0 && row < count && m_offers->index(row).data(Offers::HeadingRole).toBool());
        if (row < 0 || row >= count)
            break;
        found = row;
    }
    m_isChosen = true;
    if (found < 0)
        return;
    m_list->setCurrentIndex(m_offers->index(found));
    m_chosen = m_list->currentIndex().data(Qt::AccessibleTextRole).toString();
    if (found == 1 && m_offers->index(0).data(Offers::HeadingRole).toBool())
        m_list->scrollToTop();
}

void PaletteBox::accept()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_offers->isPossible(index.row()))
        return;
    const int row = index.row();
    const std::unique_ptr<Offers> offers = std::move(m_offers); // they outlive the box, which may go while the row is done
    disconnect(offers.get(), nullptr, this, nullptr);
    m_list->setModel(nullptr);
    dismiss();
    offers->accept(row);
}

void PaletteBox::showStatus()
{
    m_status->show(m_offers->rowCount() == 0 && m_offers->status().isEmpty() ? tr("Nothing fits") : m_offers->status());
    base::setPlainToolTip(m_status, m_offers->statusTip());
    place();
}

/// The focus stays in the line: a screen reader hears there what would be chosen.
void PaletteBox::tellCurrent()
{
    if (!m_offers)
        return;
    const QModelIndex index = m_list->currentIndex();
    const QString command = index.isValid() ? m_offers->command(index.row()) : QString();
    m_copy->setVisible(!command.isEmpty());
    base::setPlainToolTip(m_copy, command);
    m_line->setAccessibleDescription(index.isValid() ? index.data(Qt::AccessibleTextRole).toString() : tr("Nothing fits"));
}

bool PaletteBox::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::MouseButtonPress && widget && widget != this && !isAncestorOf(widget) && widget->window() == window()) {
        dismiss();
        return false;
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (m_offers && watched == m_list->viewport() && event->type() == QEvent::Paint)
        QMetaObject::invokeMethod(m_offers.get(), &Offers::painted, Qt::QueuedConnection);
    if (watched != m_line && watched != m_copy)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        QMetaObject::invokeMethod(this, &PaletteBox::dismissIfLeft, Qt::QueuedConnection);
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_copy && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        m_copy->click();
        return true;
    }
    switch (key) {
    case Qt::Key_Down: moveBy(1); return true;
    case Qt::Key_Up: moveBy(-1); return true;
    case Qt::Key_PageDown: moveBy(10); return true;
    case Qt::Key_PageUp: moveBy(-10); return true;
    case Qt::Key_Escape: dismiss(); return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

} // namespace palette
