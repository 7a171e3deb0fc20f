#include "widgets/detail/CellView.h"

#include "models/detail/Words.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/FlowLayout.h"
#include "widgets/detail/FoldedText.h"
#include "widgets/detail/LinkButton.h"
#include "widgets/detail/PhraseText.h"
#include "widgets/detail/SecretText.h"

#include <QVBoxLayout>

#include <algorithm>

namespace detail {

namespace {

std::string signedText(const Part &part, const base::Clock &clock)
{
    return withSign(meaningOf(part.tone), {}).toStdString() + wordsOf(part.phrase, clock);
}

std::vector<base::OnBaseline *> textsOf(QWidget *view)
{
    if (auto *text = dynamic_cast<base::OnBaseline *>(view))
        return {text};
    std::vector<base::OnBaseline *> texts;
    for (QWidget *child : view->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (auto *text = dynamic_cast<base::OnBaseline *>(child))
            texts.push_back(text);
    }
    return texts;
}

} // namespace

void putOnOneLine(const std::vector<base::OnBaseline *> &texts)
{
    int baseline = 0;
    for (base::OnBaseline *text : texts) {
        text->setBaseline(0); // what stood beside it before does not count
        baseline = std::max(baseline, text->baseline());
    }
    for (base::OnBaseline *text : texts)
        text->setBaseline(baseline);
}

CellView::CellView(Surroundings surroundings, const QString &name, QWidget *parent) : QWidget(parent), m_surroundings(std::move(surroundings)), m_name(name)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(base::Theme::Step / 2);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CellView::setSubject(const QString &subject)
{
    if (subject == m_subject)
        return;
    m_subject = subject;
    if (!m_lines.empty())
        rebuild();
}

void CellView::setLines(const std::vector<Line> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    rebuild();
}

void CellView::tick()
{
    for (const Aging &aging : m_aging)
        aging.label->show(signedText(aging.part, *m_surroundings.clock));
}

void CellView::alignWith(base::TextLabel &label)
{
    std::vector<base::OnBaseline *> texts = firstTexts();
    texts.push_back(&label);
    putOnOneLine(texts);
}

void CellView::align(const std::vector<CellView *> &cells)
{
    std::vector<base::OnBaseline *> texts;
    for (const CellView *cell : cells)
        std::ranges::copy(cell->firstTexts(), std::back_inserter(texts));
    putOnOneLine(texts);
}

std::vector<base::OnBaseline *> CellView::firstTexts() const
{
    return m_views.empty() ? std::vector<base::OnBaseline *>() : textsOf(m_views.front());
}

void CellView::rebuild()
{
    for (QWidget *view : m_views)
        delete view;
    m_views.clear();
    m_aging.clear();
    const bool all = m_unfolded || m_lines.size() <= MostLines;
    const std::size_t shown = all ? m_lines.size() : MostLines;
    for (std::size_t i = 0; i < shown; ++i) {
        m_views.push_back(viewOf(m_lines[i]));
        layout()->addWidget(m_views.back());
    }
    if (!all)
        addMoreButton();
}

void CellView::addMoreButton()
{
    auto *more = new LinkButton(tr("Show all %1").arg(m_lines.size()), this);
    more->setAccessibleName(tr("Show all %1 of %2").arg(QString::number(m_lines.size()), m_name));
    connect(more, &LinkButton::clicked, this, [this] {
        m_unfolded = true;
        // Not while the button that goes is still clicked.
        QMetaObject::invokeMethod(this, &CellView::rebuild, Qt::QueuedConnection);
    });
    m_views.push_back(more);
    layout()->addWidget(more);
    layout()->setAlignment(more, Qt::AlignLeft);
}

QWidget *CellView::viewOf(const Line &line)
{
    if (line.size() == 1)
        return viewOf(line.front());
    auto *view = new QWidget(this);
    auto *flow = new FlowLayout(2 * base::Theme::Step, view);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    view->setSizePolicy(policy);
    for (const Part &part : line)
        flow->addWidget(viewOf(part));
    putOnOneLine(textsOf(view));
    return view;
}

QWidget *CellView::actView(const Part &part)
{
    auto *button = new LinkButton(lineOf(part.phrase, *m_surroundings.clock), this);
    button->setAccessibleName(m_name.isEmpty() ? button->text() : m_name + u' ' + button->text());
    // Queued: what is done may make this cell anew while its button is still pressed.
    connect(button, &LinkButton::clicked, this, [this, act = QString::fromStdString(part.act)] { Q_EMIT acted(act); }, Qt::QueuedConnection);
    return button;
}

QWidget *CellView::viewOf(const Part &part)
{
    if (!part.act.empty())
        return actView(part);
    if (part.link) {
        if (const auto address = m_surroundings.find(*part.link)) {
            auto *button = new LinkButton(lineOf(part.phrase, *m_surroundings.clock), this);
            button->setAccessibleName(m_name.isEmpty() ? button->text() : m_name + u' ' + button->text());
            connect(button, &LinkButton::clicked, this, [this, to = *address] { Q_EMIT openRequested(to); });
            return button;
        }
    }
    const std::string text = signedText(part, *m_surroundings.clock);
    if (part.isSecret) {
        auto *secret = new SecretText(text, about(), this);
        connect(secret, &SecretText::noticed, this, &CellView::noticed);
        return secret;
    }
    return textView(part, text);
}

QWidget *CellView::textView(const Part &part, const std::string &text)
{
    if (FoldedText::isLong(text)) {
        auto *folded = new FoldedText(text, about(), this);
        connect(folded, &FoldedText::noticed, this, &CellView::noticed);
        return folded;
    }
    base::Theme &theme = base::Theme::instance();
    auto *label = new base::TextLabel(meaningOf(part.tone), part.isMachine ? theme.machineFont() : theme.bodyFont(), this);
    label->show(text.ends_with('\n') ? text.substr(0, text.size() - 1) : text);
    if (hasAge(part.phrase)) {
        m_aging.push_back({label, part});
        base::setPlainToolTip(label, momentsOf(part.phrase));
    }
    return label;
}

} // namespace detail
