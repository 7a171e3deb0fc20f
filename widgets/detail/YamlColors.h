#pragma once

#include <QSyntaxHighlighter>

namespace detail {

/// Lets the keys of YAML stand out from their values.
class YamlColors final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit YamlColors(QTextDocument *document);

protected:
    void highlightBlock(const QString &line) override;
};

} // namespace detail
