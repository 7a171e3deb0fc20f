#include "widgets/detail/NoticeView.h"

#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/FoldedText.h"
#include "widgets/detail/PhraseText.h"

#include <QVBoxLayout>

namespace detail {

using base::Meaning;
using base::Theme;

NoticeView::NoticeView(Notice notice, const base::Clock &clock, QWidget *parent) : QWidget(parent), m_notice(std::move(notice)), m_clock(clock)
{
    Theme &theme = Theme::instance();
    const QColor color = theme.color(meaningOf(m_notice.tone));
    QColor tint = color;
    tint.setAlphaF(theme.isDark() ? 0.14F : 0.08F);
    setObjectName(QStringLiteral("objectNotice"));
    setAttribute(Qt::WA_StyledBackground);
    setStyleSheet(QStringLiteral("#objectNotice { background: %1; border-left: 3px solid %2; border-radius: 3px; }").arg(tint.name(QColor::HexArgb), color.name()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    layout->setSpacing(Theme::Step);
    QFont bold = theme.bodyFont();
    bold.setWeight(QFont::DemiBold);
    auto *title = new base::TextLabel(Meaning::Text, bold, this);
    title->show(wordsOf(m_notice.title, m_clock));
    layout->addWidget(title);
    setAccessibleName(title->text());
    if (!m_notice.sentences.empty()) {
        m_sentences = new base::TextLabel(Meaning::Text, theme.bodyFont(), this);
        m_sentences->show(sentences());
        layout->addWidget(m_sentences);
        setAccessibleDescription(m_sentences->text());
    }
    if (FoldedText::isLong(m_notice.words)) {
        layout->addWidget(new FoldedText(m_notice.words, tr("message"), this));
    } else if (!m_notice.words.empty()) {
        auto *words = new base::TextLabel(Meaning::Text, theme.machineFont(), this);
        words->show(m_notice.words);
        layout->addWidget(words);
    }
}

std::string NoticeView::sentences() const
{
    std::string joined;
    for (const Phrase &sentence : m_notice.sentences)
        joined += (joined.empty() ? "" : " · ") + wordsOf(sentence, m_clock);
    return joined;
}

void NoticeView::tick()
{
    if (m_sentences)
        m_sentences->show(sentences());
}

} // namespace detail
