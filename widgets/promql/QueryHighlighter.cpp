#include "widgets/promql/QueryHighlighter.h"

#include "models/promql/Words.h"
#include "widgets/base/Theme.h"
#include "widgets/promql/QueryText.h"

#include <QTextDocument>

#include <algorithm>

namespace promql {

using base::Meaning;
using base::Theme;

namespace {

bool isFunction(std::string_view word)
{
    return std::ranges::find(functions(), word, &Callable::name) != functions().end();
}

bool isKeyword(std::string_view word)
{
    return std::ranges::find(keywords(), word) != keywords().end();
}

Meaning meaningOfWord(std::string_view word)
{
    if (isAggregation(word) || isKeyword(word))
        return Meaning::Binding;
    return isFunction(word) ? Meaning::Accent : Meaning::Text;
}

Meaning meaningOf(const Token &token, std::string_view query)
{
    switch (token.kind) {
    case TokenKind::Identifier: return meaningOfWord(token.text(query));
    case TokenKind::Number:
    case TokenKind::Duration: return Meaning::Role;
    case TokenKind::String: return Meaning::Ok;
    case TokenKind::Comment: return Meaning::Secondary;
    case TokenKind::Wrong: return Meaning::Error;
    case TokenKind::Operator:
    case TokenKind::Open:
    case TokenKind::Close:
    case TokenKind::Comma: break;
    }
    return Meaning::Text;
}

QTextCharFormat formatOf(const Token &token, std::string_view query)
{
    QTextCharFormat format;
    format.setForeground(Theme::instance().color(meaningOf(token, query)));
    if (token.kind == TokenKind::Wrong) {
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(Theme::instance().color(Meaning::Error));
    }
    return format;
}

} // namespace

QueryHighlighter::QueryHighlighter(QTextDocument *document) : QSyntaxHighlighter(document)
{
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_text = QString(QChar::Null);
        rehighlight();
    });
}

/// A raw string may go on in lines below: the text is read as a whole.
void QueryHighlighter::readAgain()
{
    QString now = document()->toPlainText();
    if (now == m_text)
        return;
    m_text = std::move(now);
    m_pieces.clear();
    const QueryText text(m_text);
    for (const Token &token : tokensOf(text.bytes()))
        m_pieces.push_back({text.characterAt(token.begin), text.characterAt(token.end()), formatOf(token, text.bytes())});
}

void QueryHighlighter::highlightBlock(const QString &text)
{
    readAgain();
    const int begin = currentBlock().position(), end = begin + static_cast<int>(text.size());
    bool goesOn = false;
    for (const Piece &piece : m_pieces) {
        const int from = std::max(piece.begin, begin), to = std::min(piece.end, end);
        if (from < to)
            setFormat(from - begin, to - from, piece.format);
        goesOn = goesOn || (piece.begin <= end && piece.end > end);
    }
    setCurrentBlockState(goesOn ? 1 : 0);
}

} // namespace promql
