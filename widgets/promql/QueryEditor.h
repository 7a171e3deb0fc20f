#pragma once

#include "models/promql/NamesSource.h"
#include "widgets/promql/QueryHistory.h"

#include <QPlainTextEdit>

#include <optional>

class QAbstractItemView;
class QCompleter;

namespace promql {

class OfferModel;

/// A query to type, of some lines, with its tokens in colours and words to go on with. Return runs it, Shift and Return begins a new line, Alt with
/// Up and Down goes through what was run.
class QueryEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// The names outlive it.
    explicit QueryEditor(NamesSource &names, QWidget *parent = nullptr);

    QString query() const { return toPlainText(); }
    void setQuery(const QString &query);
    QueryHistory &history() { return m_history; }
    const QueryHistory &history() const { return m_history; }

    /// The server says that it is wrong at that byte; gone with the next change.
    void markWrong(std::size_t byte);
    void clearMark();
    std::optional<int> markedAt() const { return m_marked; }

    /// The words that are offered now.
    QAbstractItemView &popup() const;
    const OfferModel &offers() const { return *m_offers; }
    bool isOffering() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void runRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    /// Whether the person asked for words, or types.
    enum class Wish { Typed, Asked };
    bool takeKey(QKeyEvent *event);
    bool takePopupKey(QKeyEvent *event);
    void typedOn(QKeyEvent *event);
    void goBack();
    void goOn();
    void replaceAll(const QString &query);
    void offer(Wish wish);
    void namesChanged();
    void insert(int row);
    void showMark();
    void restyle();
    int heightOf(int lines) const;

    NamesSource &m_names;
    OfferModel *m_offers;
    QCompleter *m_completer;
    QueryHistory m_history;
    Place m_place;
    std::optional<Wish> m_wish;         ///< since when words are wanted, which may still be on their way
    std::optional<int> m_marked;        ///< the character
};

} // namespace promql
