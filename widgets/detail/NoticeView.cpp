#include "widgets/detail/NoticeView.h"

#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/FoldedText.h"
#include "widgets/detail/LinkButton.h"
#include "widgets/detail/PhraseText.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace detail {

using base::Meaning;
using base::TextLabel;
using base::Theme;

namespace {

std::string textOf(const std::vector<Line> &lines, const base::Clock &clock)
{
    std::string text;
    for (const Line &line : lines) {
        std::string words;
        for (const Part &part : line)
            words += (words.empty() ? "" : " ") + wordsOf(part.phrase, clock);
        text += "  " + words + '\n';
    }
    return text;
}

} // namespace

NoticeView::NoticeView(Notice notice, Surroundings surroundings, QWidget *parent) : QWidget(parent), m_notice(std::move(notice)), m_surroundings(std::move(surroundings))
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
    addTitle(layout);
    if (!m_notice.sentences.empty()) {
        m_sentences = new TextLabel(Meaning::Text, theme.bodyFont(), this);
        m_sentences->show(sentences());
        layout->addWidget(m_sentences);
        setAccessibleDescription(m_sentences->text());
    }
    addWords(layout);
    addLines(layout, tr("Seen"), m_notice.evidence);
    addLines(layout, tr("Next"), m_notice.next);
}

void NoticeView::addTitle(QVBoxLayout *layout)
{
    QFont bold = Theme::instance().bodyFont();
    bold.setWeight(QFont::DemiBold);
    auto *title = new TextLabel(Meaning::Text, bold, this);
    title->show(wordsOf(m_notice.title, *m_surroundings.clock));
    setAccessibleName(title->text());
    auto *copyAll = new LinkButton(tr("Copy"), this);
    copyAll->setAccessibleName(tr("Copy: %1").arg(title->text()));
    connect(copyAll, &LinkButton::clicked, this, &NoticeView::copy);
    auto *line = new QHBoxLayout;
    line->setSpacing(3 * Theme::Step);
    line->addWidget(title, 1);
    line->addWidget(copyAll, 0, Qt::AlignTop);
    layout->addLayout(line);
}

void NoticeView::addWords(QVBoxLayout *layout)
{
    if (FoldedText::isLong(m_notice.words)) {
        auto *folded = new FoldedText(m_notice.words, tr("message"), this);
        connect(folded, &FoldedText::noticed, this, &NoticeView::noticed);
        layout->addWidget(folded);
    } else if (!m_notice.words.empty()) {
        auto *words = new TextLabel(Meaning::Text, Theme::instance().machineFont(), this);
        words->show(m_notice.words);
        layout->addWidget(words);
    }
}

void NoticeView::addLines(QVBoxLayout *layout, const QString &label, const std::vector<Line> &lines)
{
    if (lines.empty())
        return;
    auto *name = new TextLabel(Meaning::Secondary, Theme::instance().bodyFont(), this);
    name->show(label.toStdString());
    name->setFixedWidth(LabelWidth);
    auto *cell = new CellView(m_surroundings, label, this);
    cell->setLines(lines);
    cell->alignWith(*name);
    connect(cell, &CellView::openRequested, this, &NoticeView::openRequested);
    connect(cell, &CellView::noticed, this, &NoticeView::noticed);
    m_cells.push_back(cell);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Step);
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(cell, 1);
    layout->addLayout(row);
}

std::string NoticeView::sentences() const
{
    std::string joined;
    for (const Phrase &sentence : m_notice.sentences)
        joined += (joined.empty() ? "" : " ") + wordsOf(sentence, *m_surroundings.clock);
    return joined;
}

QString NoticeView::text() const
{
    std::string text = wordsOf(m_notice.title, *m_surroundings.clock) + '\n';
    if (!m_notice.sentences.empty())
        text += sentences() + '\n';
    if (!m_notice.words.empty())
        text += m_notice.words + '\n';
    if (!m_notice.evidence.empty())
        text += tr("Seen").toStdString() + ":\n" + textOf(m_notice.evidence, *m_surroundings.clock);
    if (!m_notice.next.empty())
        text += tr("Next").toStdString() + ":\n" + textOf(m_notice.next, *m_surroundings.clock);
    return QString::fromStdString(text);
}

void NoticeView::copy()
{
    QGuiApplication::clipboard()->setText(text());
    Q_EMIT noticed(tr("Copied: %1").arg(accessibleName()));
}

void NoticeView::tick()
{
    if (m_sentences)
        m_sentences->show(sentences());
    for (CellView *cell : m_cells)
        cell->tick();
}

} // namespace detail
