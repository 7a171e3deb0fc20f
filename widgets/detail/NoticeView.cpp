#include "widgets/detail/NoticeView.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/base/WhyNot.h"
#include "widgets/detail/FoldedText.h"
#include "widgets/detail/LinkButton.h"
#include "widgets/detail/PhraseText.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

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
    m_sentences = new TextLabel(Meaning::Text, theme.bodyFont(), this);
    layout->addWidget(m_sentences);
    m_wordsPlace = new QVBoxLayout;
    layout->addLayout(m_wordsPlace);
    m_seen = addRow(layout, tr("Seen"));
    m_next = addRow(layout, tr("Next"));
    fill();
}

void NoticeView::setNotice(const Notice &notice)
{
    m_notice = notice;
    fill();
}

void NoticeView::fill()
{
    m_sentences->setVisible(!m_notice.sentences.empty());
    m_sentences->show(sentences());
    base::setPlainToolTip(m_sentences, moments());
    setAccessibleDescription(m_sentences->text());
    fillWords();
    fill(m_seen, m_notice.evidence);
    fill(m_next, m_notice.next);
}

void NoticeView::addTitle(QVBoxLayout *layout)
{
    QFont bold = Theme::instance().bodyFont();
    bold.setWeight(base::strongWeight());
    auto *title = new TextLabel(Meaning::Text, bold, this);
    title->show(wordsOf(m_notice.title, *m_surroundings.clock));
    setAccessibleName(title->text());
    auto *copyAll = new LinkButton(tr("Copy"), this);
    copyAll->setAccessibleName(tr("Copy: %1").arg(title->text()));
    connect(copyAll, &LinkButton::clicked, this, &NoticeView::copy);
    copyAll->setBaseline(title->baseline());
    auto *line = new QHBoxLayout;
    line->setSpacing(3 * Theme::Step);
    line->addWidget(title, 1, Qt::AlignTop);
    line->addWidget(copyAll, 0, Qt::AlignTop);
    layout->addLayout(line);
}

void NoticeView::fillWords()
{
    if (m_shownWords == m_notice.words)
        return;
    m_shownWords = m_notice.words;
    delete m_words;
    m_words = nullptr;
    if (FoldedText::isLong(m_shownWords)) {
        auto *folded = new FoldedText(m_shownWords, tr("message"), this);
        connect(folded, &FoldedText::noticed, this, &NoticeView::noticed);
        m_words = folded;
    } else if (!m_shownWords.empty()) {
        auto *words = new TextLabel(Meaning::Text, Theme::instance().machineFont(), this);
        words->show(m_shownWords);
        m_words = words;
    }
    if (m_words)
        m_wordsPlace->addWidget(m_words);
    offerWhyNot();
}

/// Where the words are those of a refusal.
void NoticeView::offerWhyNot()
{
    delete std::exchange(m_whyNot, nullptr);
    const auto why = base::whyNotAddress(base::makeError(base::ErrorKind::Forbidden, m_shownWords.substr(0, m_shownWords.find('\n'))));
    if (!why)
        return;
    m_whyNot = new LinkButton(tr("Why not?"), this);
    connect(m_whyNot, &LinkButton::clicked, this, [this, why] { Q_EMIT openRequested(*why); });
    m_wordsPlace->addWidget(m_whyNot, 0, Qt::AlignLeft);
}

NoticeView::Row NoticeView::addRow(QVBoxLayout *layout, const QString &label)
{
    auto *whole = new QWidget(this);
    auto *name = new TextLabel(Meaning::Secondary, Theme::instance().bodyFont(), whole);
    name->show(label.toStdString());
    name->setFixedWidth(LabelWidth);
    auto *cell = new CellView(m_surroundings, label, whole);
    connect(cell, &CellView::openRequested, this, &NoticeView::openRequested);
    connect(cell, &CellView::noticed, this, &NoticeView::noticed);
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Step);
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(cell, 1);
    layout->addWidget(whole);
    return {whole, name, cell};
}

void NoticeView::fill(const Row &row, const std::vector<Line> &lines)
{
    row.whole->setVisible(!lines.empty());
    row.cell->setLines(lines);
    row.cell->alignWith(*row.label);
}

std::string NoticeView::sentences() const
{
    std::string joined;
    for (const Phrase &sentence : m_notice.sentences)
        joined += (joined.empty() ? "" : " ") + wordsOf(sentence, *m_surroundings.clock);
    return joined;
}

QString NoticeView::moments() const
{
    QStringList moments;
    for (const Phrase &sentence : m_notice.sentences) {
        if (const QString moment = momentsOf(sentence); !moment.isEmpty())
            moments << moment;
    }
    return moments.join(u'\n');
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
    m_sentences->show(sentences());
    m_seen.cell->tick();
    m_next.cell->tick();
}

} // namespace detail
