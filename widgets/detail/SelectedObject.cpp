#include "widgets/detail/SelectedObject.h"

#include "models/detail/ShortForm.h"
#include "widgets/base/KindWords.h"
#include "widgets/base/LabelColor.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/StrongFont.h"
#include "widgets/detail/Findings.h"
#include "widgets/detail/KubectlCommand.h"
#include "widgets/detail/LinkButton.h"
#include "widgets/detail/PhraseText.h"
#include "widgets/detail/StateText.h"
#include "widgets/detail/SummaryView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace detail {

using base::Meaning;
using base::PlainLabel;
using base::Theme;

namespace {

/// Whether its contents leave the server only for who opens it.
bool isConfidential(const kube::ResourceType &type)
{
    return type.group.empty() && type.resource == "secrets";
}

} // namespace

SelectedObject::SelectedObject(Watch watch, Findings *findings, Surroundings surroundings, QWidget *parent)
    : ObjectPanel(parent)
    , m_watch(std::move(watch))
    , m_findings(findings)
    , m_kubectlFor(surroundings.kubectl)
    , m_name(new LinkButton({}, this))
    , m_place(new PlainLabel(this))
    , m_kubectl(new LinkButton(tr("kubectl"), this))
    , m_api(new LinkButton(tr("API call"), this))
    , m_word(new PlainLabel(this))
    , m_fresh(new PlainLabel(this))
{
    surroundings.labelWidth = LabelWidth;
    setAccessibleName(tr("Selected object"));
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeHeader(layout);
    auto *body = new QWidget(this);
    m_stack = new QStackedLayout(body);
    m_notice = new base::StateNotice(base::StateNotice::Form::Centered, body);
    m_view = new SummaryView(std::move(surroundings), body);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(m_view);
    layout->addWidget(body, 1);
    connect(m_view, &SummaryView::openRequested, this, &SelectedObject::openRequested);
    connect(m_view, &SummaryView::noticed, this, &SelectedObject::noticed);
    connect(m_name, &LinkButton::clicked, this, [this] { Q_EMIT openRequested(m_chosen->address); });
    if (m_findings) {
        m_findings->setParent(this);
        connect(m_findings, &Findings::changed, this, &SelectedObject::update);
    }
    connect(&Theme::instance(), &Theme::changed, this, &SelectedObject::recolor);
    setFocusProxy(m_view);
    recolor();
    showNothing();
}

void SelectedObject::makeHeader(QVBoxLayout *layout)
{
    auto *header = new QWidget(this);
    auto *lines = new QVBoxLayout(header);
    lines->setContentsMargins(4 * Theme::Step, 3 * Theme::Step, 4 * Theme::Step, Theme::Step);
    lines->setSpacing(Theme::Step / 2);
    lines->addWidget(m_name, 0, Qt::AlignLeft);
    auto *where = new QHBoxLayout;
    where->setSpacing(Theme::Step);
    where->addWidget(m_place, 1);
    where->addWidget(m_kubectl);
    where->addSpacing(Theme::Step);
    where->addWidget(m_api);
    lines->addLayout(where);
    m_kubectl->setAccessibleName(tr("Copy the kubectl command of this object"));
    m_api->setAccessibleName(tr("Copy the API call of this object"));
    connect(m_kubectl, &LinkButton::clicked, this, [this] { copy(command()); });
    connect(m_api, &LinkButton::clicked, this, [this] { copy(apiCall()); });
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::Step);
    line->addWidget(m_word);
    line->addStretch();
    line->addWidget(m_fresh);
    lines->addLayout(line);
    layout->addWidget(header);
}

QString SelectedObject::command() const
{
    const QString told = kubectl(QStringLiteral("describe"), m_chosen->name()), word = QStringLiteral("kubectl");
    return m_kubectlFor ? m_kubectlFor() + told.mid(word.size()) : told;
}

QString SelectedObject::apiCall() const
{
    return getCall(m_chosen->name());
}

void SelectedObject::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT noticed(tr("Copied %1").arg(text));
}

void SelectedObject::showObject(const kube::ResourceType &type, const base::Address &object, std::shared_ptr<const text::Value> known)
{
    if (m_chosen && m_chosen->type == type && m_chosen->address == object)
        return;
    m_chosen = Chosen{type, object, std::move(known)};
    look();
}

void SelectedObject::showNothing()
{
    m_chosen.reset();
    look();
}

/// Lets go of the object before, and asks for this one while somebody can see it.
void SelectedObject::look()
{
    if (m_object)
        m_object->disconnect(this);
    m_object.reset();
    if (m_findings)
        m_findings->pause();
    if (m_chosen && isVisible() && !isConfidential(m_chosen->type)) {
        m_object = m_watch(m_chosen->type, m_chosen->address);
        connect(m_object.get(), &WatchedObject::changed, this, &SelectedObject::update);
    }
    update();
}

void SelectedObject::update()
{
    if (!isVisible())
        return;
    const std::shared_ptr<const text::Value> object = m_object && m_object->object() ? m_object->object() : m_chosen ? m_chosen->known : nullptr;
    const bool tells = object && m_chosen && !isConfidential(m_chosen->type);
    updateHeader(m_object && m_object->object() ? m_object->word() : tells ? stateOf(*object) : State());
    if (tells)
        tellSummary(object);
    else if (!m_chosen)
        m_notice->tell(Meaning::Unknown, tr("Nothing is selected"), tr("The row you choose is told here in short."), {});
    else if (isConfidential(m_chosen->type))
        m_notice->tell(Meaning::Unknown, tr("Contents stay on the server"), tr("They are asked for when you open the object."),
                       {{tr("Open"), [this] { Q_EMIT openRequested(m_chosen->address); }}});
    else
        tell(*m_notice, m_object->name(), m_object->state(), {[this] { m_object->retryNow(); }, [this] { Q_EMIT openRequested(kindAddress(m_chosen->type)); }});
    m_stack->setCurrentIndex(tells ? 1 : 0);
}

void SelectedObject::tellSummary(const std::shared_ptr<const text::Value> &object)
{
    Summary summary = shortForm(summarize(*object));
    if (m_findings && m_object && m_object->object()) {
        m_findings->follow(object);
        summary.notices = m_findings->notices();
    }
    m_view->setSummary(summary);
}

void SelectedObject::updateHeader(const State &state)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_name, m_place, m_kubectl, m_api, m_word, m_fresh})
        widget->setVisible(m_chosen.has_value());
    if (!m_chosen)
        return;
    m_name->setWords(base::oneLine(m_chosen->address.name));
    const QString kind = QString::fromStdString(m_chosen->type.kind), space = base::oneLine(m_chosen->address.namespaceName);
    m_place->show(space.isEmpty() ? kind : kind + QStringLiteral(" · ") + space);
    base::setPlainToolTip(m_kubectl, tr("Copy %1").arg(command()));
    base::setPlainToolTip(m_api, tr("Copy %1").arg(apiCall()));
    const QString word = base::stateWord(m_chosen->type.kind, state.word);
    m_word->show(word.isEmpty() ? QString() : withSign(meaningOf(state.health), state.isCount ? tr("%1 ready").arg(word) : word));
    base::colorLabel(m_word, meaningOf(state.health));
    m_fresh->show(m_object ? withSign(meaningOf(m_object->state()), wordOf(m_object->state())) : QString());
    base::colorLabel(m_fresh, m_object ? meaningOf(m_object->state()) : Meaning::Unknown);
}

void SelectedObject::showEvent(QShowEvent *event)
{
    ObjectPanel::showEvent(event);
    look();
}

void SelectedObject::hideEvent(QHideEvent *event)
{
    ObjectPanel::hideEvent(event);
    look();
}

void SelectedObject::recolor()
{
    Theme &theme = Theme::instance();
    QPalette palette;
    palette.setColor(QPalette::Window, theme.color(Meaning::Surface));
    setPalette(palette);
    QFont bold = theme.bodyFont();
    bold.setWeight(base::strongWeight());
    m_name->setFont(bold);
    base::colorLabel(m_place, Meaning::Secondary);
    update();
}

} // namespace detail
