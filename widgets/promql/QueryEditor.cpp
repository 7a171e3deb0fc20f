#include "widgets/promql/QueryEditor.h"

#include "models/promql/Tokens.h"
#include "widgets/base/PlainCells.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/Theme.h"
#include "widgets/promql/OfferModel.h"
#include "widgets/promql/QueryHighlighter.h"
#include "widgets/promql/QueryText.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTreeView>

#include <algorithm>

namespace promql {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Lines = 3, FewestLines = 2;
constexpr int Border = 2;           // that of what has the focus
constexpr int PopupWidth = 720, WordWidth = 300, KindWidth = 90;
constexpr int OffersAtOnce = 12;
constexpr qsizetype LongestQuery = 100'000;

QTreeView *makePopup()
{
    auto *popup = new QTreeView;
    popup->setHeaderHidden(true);
    popup->setRootIsDecorated(false);
    popup->setUniformRowHeights(true);
    popup->setAllColumnsShowFocus(true);
    popup->setItemDelegate(new base::PlainCells(base::PlainTable::MeaningRole, 2 * Theme::Step, popup));
    popup->setAccessibleName(QueryEditor::tr("Words to go on with"));
    popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return popup;
}

} // namespace

QueryEditor::QueryEditor(NamesSource &names, QWidget *parent) : QPlainTextEdit(parent), m_names(names), m_offers(new OfferModel(this)), m_completer(new QCompleter(m_offers, this))
{
    setAccessibleName(tr("PromQL query"));
    setPlaceholderText(tr("PromQL, for example sum by (namespace) (rate(container_cpu_usage_seconds_total[5m]))"));
    setTabChangesFocus(true);
    setLineWrapMode(WidgetWidth);
    new QueryHighlighter(document());
    QTreeView *popup = makePopup();
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(OffersAtOnce);
    m_completer->setWidget(this);
    m_completer->setPopup(popup);
    popup->header()->setStretchLastSection(true);
    popup->setColumnWidth(OfferModel::Word, WordWidth);
    popup->setColumnWidth(OfferModel::Kind, KindWidth);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) { insert(index.row()); });
    connect(&m_names, &NamesSource::changed, this, &QueryEditor::namesChanged);
    connect(this, &QPlainTextEdit::textChanged, this, &QueryEditor::clearMark);
    connect(&Theme::instance(), &Theme::changed, this, &QueryEditor::restyle);
    restyle();
}

void QueryEditor::restyle()
{
    const Theme &theme = Theme::instance();
    setFont(theme.machineFont());
    setStyleSheet(QStringLiteral("promql--QueryEditor { border: 1px solid %1; border-radius: 5px; padding: 1px; background: %2; }"
                                 "promql--QueryEditor:focus { border: %4px solid %3; padding: 0; }")
                      .arg(theme.color(Meaning::Border).name(), theme.color(Meaning::Surface).name(), theme.color(Meaning::Accent).name())
                      .arg(Border));
    popup().setFont(Theme::instance().tableFont());
    setMinimumHeight(heightOf(FewestLines));
    showMark();
}

int QueryEditor::heightOf(int lines) const
{
    return lines * fontMetrics().lineSpacing() + 2 * static_cast<int>(document()->documentMargin()) + 2 * Border;
}

QSize QueryEditor::sizeHint() const { return {400, heightOf(Lines)}; }
QSize QueryEditor::minimumSizeHint() const { return {120, heightOf(FewestLines)}; }

QAbstractItemView &QueryEditor::popup() const { return *m_completer->popup(); }
bool QueryEditor::isOffering() const { return popup().isVisible(); }

void QueryEditor::setQuery(const QString &query)
{
    popup().hide();
    replaceAll(query);
}

/// In one step, which can be undone.
void QueryEditor::replaceAll(const QString &query)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(query);
    setTextCursor(cursor);
}

void QueryEditor::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText() && source->text().size() <= LongestQuery)
        insertPlainText(source->text());
}

void QueryEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_wish.reset();
}

/// Tab takes a word while some are offered.
bool QueryEditor::focusNextPrevChild(bool next)
{
    return !isOffering() && QPlainTextEdit::focusNextPrevChild(next);
}

void QueryEditor::keyPressEvent(QKeyEvent *event)
{
    if (isOffering() && takePopupKey(event))
        return;
    if (!takeKey(event))
        typedOn(event);
}

/// What the popup's own keys do is the completer's; without a chosen word Return runs the query, and Tab takes the first.
bool QueryEditor::takePopupKey(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isChosen = popup().currentIndex().isValid();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (isChosen && event->modifiers() == Qt::NoModifier) {
            event->ignore();
            return true;
        }
        popup().hide();
        if (isReturn)
            return false;
        insert(0);
        return true;
    case Qt::Key_Escape:
    case Qt::Key_Backtab: event->ignore(); return true;
    default: return false;
    }
}

bool QueryEditor::takeKey(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isAlt = event->modifiers() == Qt::AltModifier;
    if (isReturn && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier)
        Q_EMIT runRequested();
    else if (isReturn && event->modifiers() == Qt::ShiftModifier)
        textCursor().insertText(QStringLiteral("\n"));
    else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
        offer(Wish::Asked);
    else if (isAlt && event->key() == Qt::Key_Up)
        goBack();
    else if (isAlt && event->key() == Qt::Key_Down)
        goOn();
    else
        return false;
    event->accept();
    return true;
}

void QueryEditor::goBack()
{
    if (const QString query = m_history.older(toPlainText()); !query.isNull())
        replaceAll(query);
}

void QueryEditor::goOn()
{
    if (const QString query = m_history.newer(); !query.isNull())
        replaceAll(query);
}

/// Words are offered while somebody writes one, and where one has just begun.
void QueryEditor::typedOn(QKeyEvent *event)
{
    const QString before = toPlainText();
    QPlainTextEdit::keyPressEvent(event);
    const bool isModified = event->modifiers().testFlag(Qt::ControlModifier) || event->modifiers().testFlag(Qt::AltModifier);
    const bool isWord = !event->text().isEmpty() && event->text().front().isPrint() && !isModified;
    const bool isTaken = event->key() == Qt::Key_Backspace && isOffering();
    if (toPlainText() != before && (isWord || isTaken))
        offer(Wish::Typed);
    else if (isOffering() && event->key() != Qt::Key_Shift)
        popup().hide();
}

void QueryEditor::namesChanged()
{
    if (m_wish && hasFocus())
        offer(*m_wish);
}

void QueryEditor::offer(Wish wish)
{
    const QueryText text(toPlainText());
    m_place = placeAt(text.bytes(), text.byteAt(textCursor().position()));
    const bool isBare = m_place.wanted == Wanted::Expression && m_place.typed.empty();
    m_wish = wish;
    if (m_place.wanted == Wanted::Nothing || (wish == Wish::Typed && isBare)) {
        m_wish.reset();
        popup().hide();
        return;
    }
    const int chosen = popup().currentIndex().row();
    m_offers->show(offersFor(m_place, m_names.namesFor(m_place)));
    const auto &offers = m_offers->offers();
    const bool isWhole = offers.size() == 1 && offers.front().text == m_place.typed;
    if (offers.empty() || (isWhole && wish == Wish::Typed))
        return popup().hide();
    QRect place = cursorRect();
    place.setWidth(PopupWidth);
    m_completer->complete(place);
    const bool isWord = std::ranges::find(offers, m_place.typed, &Offer::text) != offers.end();
    popup().setCurrentIndex(isWord && wish == Wish::Typed ? QModelIndex() : m_completer->completionModel()->index(std::clamp(chosen, 0, m_offers->rowCount() - 1), 0));
}

void QueryEditor::insert(int row)
{
    if (row < 0 || row >= m_offers->rowCount())
        return;
    const Offer &offer = m_offers->offers()[static_cast<std::size_t>(row)];
    const QueryText text(toPlainText());
    QTextCursor cursor = textCursor();
    cursor.setPosition(text.characterAt(m_place.begin));
    cursor.setPosition(text.characterAt(m_place.begin + m_place.length), QTextCursor::KeepAnchor);
    QString inserted = QString::fromStdString(offer.inserted);
    const int end = cursor.position();
    if (inserted.endsWith(u'(') && toPlainText().mid(end, 1) == QStringLiteral("("))
        inserted.chop(1);
    cursor.insertText(inserted);
    setTextCursor(cursor);
    m_wish.reset();
}

void QueryEditor::markWrong(std::size_t byte)
{
    m_marked = QueryText(toPlainText()).characterAt(byte);
    QTextCursor cursor = textCursor();
    cursor.setPosition(*m_marked);
    setTextCursor(cursor);
    showMark();
}

void QueryEditor::clearMark()
{
    if (!m_marked)
        return;
    m_marked.reset();
    showMark();
}

/// The token there; at the end of the query its last character.
void QueryEditor::showMark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QueryText text(toPlainText());
    if (m_marked && !text.bytes().empty()) {
        const std::size_t byte = text.byteAt(*m_marked);
        const auto tokens = tokensOf(text.bytes());
        const auto token = std::ranges::find_if(tokens, [byte](const Token &each) { return each.begin <= byte && byte < each.end(); });
        const int last = static_cast<int>(toPlainText().size());
        const int begin = token == tokens.end() ? std::min(*m_marked, last - 1) : text.characterAt(token->begin);
        const int end = token == tokens.end() ? begin + 1 : text.characterAt(token->end());
        constexpr int faint = 60;
        QColor ground = Theme::instance().color(Meaning::Error);
        ground.setAlpha(faint);
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(begin);
        mark.cursor.setPosition(end, QTextCursor::KeepAnchor);
        mark.format.setBackground(ground);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(Theme::instance().color(Meaning::Error));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

} // namespace promql
