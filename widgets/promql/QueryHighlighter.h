#pragma once

#include "models/promql/Tokens.h"

#include <QString>
#include <QSyntaxHighlighter>

#include <vector>

namespace promql {

/// Colours the tokens of a query, and underlines what PromQL does not know.
class QueryHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit QueryHighlighter(QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    /// A token by its characters in the whole text.
    struct Piece
    {
        int begin = 0;
        int end = 0;
        QTextCharFormat format;
    };
    void readAgain();

    QString m_text;
    std::vector<Piece> m_pieces;
};

} // namespace promql
