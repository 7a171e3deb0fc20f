#include "widgets/shell/ChoicePopup.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/Theme.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace shell {

namespace {

constexpr int KeyRole = Qt::UserRole;
constexpr int NameRole = Qt::UserRole + 1;
constexpr int DetailRole = Qt::UserRole + 2;
constexpr int AddedRole = Qt::UserRole + 3;
constexpr int NoMatch = 3;

void turn(QListWidgetItem &item)
{
    item.setCheckState(item.checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

/// How well a choice fits the keys that were typed: 0 its name begins so, 1 its name holds them, 2 only its detail does.
int rankOf(const QListWidgetItem &item, const QString &keys)
{
    const QString name = base::latinKeys(item.data(NameRole).toString());
    if (name.startsWith(keys, Qt::CaseInsensitive))
        return 0;
    if (name.contains(keys, Qt::CaseInsensitive))
        return 1;
    return base::latinKeys(item.data(DetailRole).toString()).contains(keys, Qt::CaseInsensitive) ? 2 : NoMatch;
}

} // namespace

ChoicePopup::ChoicePopup(Mode mode, const QString &name, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_mode(mode), m_filter(new base::SearchLine(this)), m_list(new QListWidget(this)), m_note(new base::PlainLabel(this)), m_remove(new QPushButton(this))
{
    setAccessibleName(name);
    setFrameShape(QFrame::Box);
    setAttribute(Qt::WA_WindowPropagation);
    m_filter->setPlaceholderText(name);
    m_filter->setAccessibleName(name);
    m_filter->installEventFilter(this);
    m_list->setAccessibleName(name);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    makeLayout();
    connect(m_filter, &base::SearchLine::typed, this, &ChoicePopup::narrow);
    connect(m_list, &QListWidget::currentItemChanged, this, &ChoicePopup::tellCurrent);
    connect(m_list, &QListWidget::itemChanged, this, &ChoicePopup::tellCurrent);
    connect(m_filter, &QLineEdit::returnPressed, this, &ChoicePopup::accept);
    if (mode == Mode::One)
        connect(m_list, &QListWidget::itemClicked, this, &ChoicePopup::accept);
    else
        connectChecks();
}

void ChoicePopup::makeLayout()
{
    m_note->setWordWrap(true);
    m_note->hide();
    m_remove->setFocusPolicy(Qt::TabFocus); // a click leaves the keys in the line
    m_remove->setAutoDefault(false);
    m_remove->hide();
    connect(m_remove, &QPushButton::clicked, this, &ChoicePopup::removeCurrent);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_remove, 0, Qt::AlignLeft);
    layout->addWidget(m_note);
}

void ChoicePopup::allowAdding(Additions additions, const QString &note)
{
    m_additions = std::move(additions);
    m_note->show(note);
    m_note->setVisible(!note.isEmpty());
}

/// A click beside the box counts as one on it, which the list has answered by then.
void ChoicePopup::connectChecks()
{
    connect(m_list, &QListWidget::itemChanged, this, [this] { Q_EMIT chosen(checkedKeys()); });
    connect(m_list, &QListWidget::itemPressed, this, [this](const QListWidgetItem *item) { m_pressed = item->checkState(); });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        if (item == m_addition)
            accept();
        else if (item->checkState() == m_pressed)
            turn(*item);
    });
}

void ChoicePopup::setChoices(const std::vector<Choice> &choices)
{
    const QSignalBlocker blocker(m_list);
    const QString current = isVisible() && m_list->currentItem() ? m_list->currentItem()->data(KeyRole).toString() : QString();
    m_list->clear();
    m_addition = nullptr;
    m_remove->setVisible(std::ranges::any_of(choices, &Choice::isAdded));
    for (const Choice &choice : choices) {
        auto *item = new QListWidgetItem(choice.detail.isEmpty() ? base::oneLine(choice.text)
                                                                 : base::oneLine(choice.text) + QStringLiteral("   ") + base::oneLine(choice.detail), m_list);
        item->setData(KeyRole, choice.key);
        item->setData(NameRole, choice.text);
        item->setData(DetailRole, choice.detail);
        item->setData(AddedRole, choice.isAdded);
        item->setData(Qt::ToolTipRole, base::plainToolTip(item->text()));
        if (m_mode == Mode::Several) {
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(choice.isChosen ? Qt::Checked : Qt::Unchecked);
        }
        if (current.isEmpty() ? m_mode == Mode::One && choice.isChosen : choice.key == current)
            m_list->setCurrentItem(item);
    }
    narrow();
    tellCurrent();
    if (isVisible())
        fit(width());
}

void ChoicePopup::openBelow(const QWidget &widget)
{
    setFont(base::Theme::instance().bodyFont());
    fit(qMax(widget.width(), 380));
    move(widget.mapToGlobal(QPoint(0, widget.height() + 2)));
    show();
    m_filter->setFocus();
}

void ChoicePopup::fit(int width)
{
    const int rows = qBound(3, m_list->count(), 14);
    int below = 0;
    if (!m_remove->isHidden())
        below += m_remove->sizeHint().height() + layout()->spacing();
    if (!m_note->isHidden())
        below += m_note->heightForWidth(width - 16) + layout()->spacing();
    resize(width, 64 + below + rows * (m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : 22));
}

void ChoicePopup::narrow()
{
    const QString keys = base::latinKeys(m_filter->wholeText());
    offerAddition(keys.trimmed());
    QListWidgetItem *best = nullptr;
    int rankOfBest = NoMatch;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const int rank = item == m_addition ? NoMatch : rankOf(*item, keys);
        item->setHidden(rank == NoMatch);
        if (rank < rankOfBest) {
            best = item;
            rankOfBest = rank;
        }
    }
    if (m_addition) {
        const bool isPossible = m_addition->flags() & Qt::ItemIsEnabled;
        m_addition->setHidden(best && !isPossible);
        best = best || !isPossible ? best : m_addition;
    }
    if (!keys.isEmpty() || !m_list->currentItem())
        m_list->setCurrentItem(best);
    tellCurrent();
}

void ChoicePopup::offerAddition(const QString &name)
{
    const QSignalBlocker blocker(m_list);
    delete std::exchange(m_addition, nullptr);
    const Addition addition = m_additions && !name.isEmpty() ? m_additions(name) : Addition();
    if (addition.text.isEmpty())
        return;
    m_addition = new QListWidgetItem(base::oneLine(addition.text), m_list);
    m_addition->setFlags(addition.isPossible ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
    m_addition->setData(KeyRole, name);
    m_addition->setData(Qt::ToolTipRole, base::plainToolTip(m_addition->text()));
}

void ChoicePopup::moveCurrent(int by)
{
    int row = m_list->currentRow() + by;
    while (row >= 0 && row < m_list->count() && (m_list->item(row)->isHidden() || !(m_list->item(row)->flags() & Qt::ItemIsEnabled)))
        row += by;
    if (row >= 0 && row < m_list->count())
        m_list->setCurrentRow(row);
}

/// The focus stays in the line: a screen reader hears there what would be chosen.
void ChoicePopup::tellCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    const bool isRefused = !item && m_addition && !m_addition->isHidden();
    const QString text = item ? item->text() : isRefused ? m_addition->text() : tr("Nothing fits");
    m_remove->setEnabled(item && item->data(AddedRole).toBool());
    m_remove->setText(m_remove->isEnabled() ? base::buttonText(tr("Remove %1 from this list").arg(base::oneLine(item->data(NameRole).toString()))) : tr("Remove from this list"));
    if (!item || item == m_addition || m_mode == Mode::One)
        return m_filter->setAccessibleDescription(text);
    m_filter->setAccessibleDescription(item->checkState() == Qt::Checked ? tr("%1, chosen").arg(text) : tr("%1, not chosen").arg(text));
}

void ChoicePopup::accept()
{
    QListWidgetItem *item = m_list->currentItem();
    if (!item || item->isHidden())
        return;
    if (item == m_addition) {
        const QString name = item->data(KeyRole).toString();
        if (m_mode == Mode::One)
            close();
        Q_EMIT added(name);
        return m_filter->clear();
    }
    if (m_mode == Mode::Several)
        return turn(*item);
    const QString key = item->data(KeyRole).toString();
    close();
    Q_EMIT chosen({key});
}

void ChoicePopup::removeCurrent()
{
    if (const QListWidgetItem *item = m_list->currentItem(); item && item->data(AddedRole).toBool())
        Q_EMIT removed(item->data(KeyRole).toString());
}

QStringList ChoicePopup::checkedKeys() const
{
    QStringList keys;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            keys << m_list->item(row)->data(KeyRole).toString();
    }
    return keys;
}

void ChoicePopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_filter->clear(); // the next time begins with what is chosen
    Q_EMIT closed();
}

bool ChoicePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down: moveCurrent(1); return true;
        case Qt::Key_Up: moveCurrent(-1); return true;
        case Qt::Key_Escape: close(); return true;
        case Qt::Key_Delete:
            if (!m_filter->text().isEmpty())
                break;
            removeCurrent();
            return true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace shell
