#include "widgets/detail/FoldedText.h"

#include "models/detail/YamlText.h"
#include "models/text/Plain.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SecretClipboard.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/LinkButton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace detail {

namespace {

/// The first lines, cut so that they stay a glance.
std::string beginningOf(std::string_view text)
{
    std::size_t end = 0;
    for (std::size_t line = 0; line < FoldedText::MostLinesInline && end < text.size(); ++line)
        end = std::min(text.find('\n', end), text.size() - 1) + 1;
    std::string_view lines = text.substr(0, end);
    if (lines.ends_with('\n'))
        lines.remove_suffix(1);
    return cutLines(lines, FoldedText::LongestInline).text + (end < text.size() ? "\n…" : "");
}

} // namespace

bool FoldedText::isLong(const std::string &text)
{
    return text.size() > LongestInline || static_cast<std::size_t>(std::ranges::count(text, '\n')) > MostLinesInline;
}

FoldedText::FoldedText(std::string text, const QString &name, QWidget *parent)
    : QWidget(parent), m_text(std::move(text)), m_name(name), m_layout(new QVBoxLayout(this)), m_toggle(new LinkButton({}, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(base::Theme::Step / 2);
    auto *beginning = new base::TextLabel(base::Meaning::Text, base::Theme::instance().machineFont(), this);
    beginning->show(beginningOf(m_text));
    m_layout->addWidget(beginning);
    auto *buttons = new QHBoxLayout;
    auto *copyAll = new LinkButton(tr("Copy"), this);
    copyAll->setAccessibleName(tr("Copy %1").arg(m_name));
    connect(copyAll, &LinkButton::clicked, this, &FoldedText::copy);
    connect(m_toggle, &LinkButton::clicked, this, [this] { setOpen(!isOpen()); });
    buttons->setSpacing(3 * base::Theme::Step);
    buttons->addWidget(m_toggle);
    buttons->addWidget(copyAll);
    buttons->addStretch();
    m_layout->addLayout(buttons);
    setOpen(false);
}

void FoldedText::setOpen(bool open)
{
    const QString size = QLocale().formattedDataSize(static_cast<qint64>(m_text.size()));
    m_toggle->setWords(open ? tr("Show less") : tr("Show all (%1)").arg(size));
    m_toggle->setAccessibleName(open ? tr("Show less of %1").arg(m_name) : tr("Show all of %1").arg(m_name));
    if (!open) {
        delete m_whole;
        m_whole = nullptr;
        return;
    }
    auto *whole = new base::SecretEdit(this);
    whole->setSecret(m_isSecret);
    m_whole = whole;
    m_whole->setReadOnly(true);
    m_whole->setAccessibleName(m_name);
    m_whole->setFont(base::Theme::instance().machineFont());
    m_whole->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_whole->setTabChangesFocus(true);
    m_whole->setPlainText(QString::fromStdString(text::plain(wrapLines(m_text, WrappedAt))));
    m_whole->setFixedHeight(10 * base::Theme::RowHeight);
    m_layout->insertWidget(1, m_whole);
}

void FoldedText::copy()
{
    if (m_isSecret)
        base::copySecret(QString::fromStdString(m_text));
    else
        QGuiApplication::clipboard()->setText(QString::fromStdString(m_text));
    Q_EMIT noticed(tr("Copied %1").arg(m_name));
}

} // namespace detail
