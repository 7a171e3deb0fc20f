#pragma once

#include <QWidget>

#include <string>

class QPlainTextEdit;
class QVBoxLayout;

namespace detail {

class LinkButton;

/// A long text of which the beginning is shown, and all of it on demand.
class FoldedText final : public QWidget
{
    Q_OBJECT

public:
    /// The name says what the text is, for those who do not see it.
    FoldedText(std::string text, const QString &name, QWidget *parent = nullptr);

    /// What is copied is marked as a secret, and leaves the clipboard again.
    void setSecret(bool isSecret) { m_isSecret = isSecret; }
    static bool isLong(const std::string &text);
    bool isOpen() const { return m_whole != nullptr; }

    static constexpr std::size_t LongestInline = 240;
    static constexpr std::size_t MostLinesInline = 4;
    static constexpr std::size_t WrappedAt = 160;

Q_SIGNALS:
    void noticed(const QString &text);

private:
    void setOpen(bool open);
    void copy();

    std::string m_text;
    QString m_name;
    QVBoxLayout *m_layout;
    LinkButton *m_toggle;
    bool m_isSecret = false;
    QPlainTextEdit *m_whole = nullptr;
};

} // namespace detail
