#include "widgets/rbac/AccessPage.h"

#include "models/rbac/Centre.h"
#include "widgets/base/ClearButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/AccessTab.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AskBar.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QStringListModel>
#include <QVBoxLayout>

#include <set>

namespace rbac {

using base::Theme;

namespace {

constexpr const char *placeKey = "of";

/// Everybody that is known, as one would type it.
QStringList knownNames(const Inputs &inputs)
{
    std::set<ObjectRef> all;
    for (const auto &account : inputs.serviceAccounts)
        all.insert(account->ref.ref());
    for (const auto &binding : inputs.bindings)
        for (const Subject &subject : binding->subjects)
            all.insert(subjectRef(subject, *binding));
    QStringList names;
    for (const ObjectRef &ref : all)
        names << AccessPlace{{ref}, {}}.words();
    return names;
}

} // namespace

AccessPage::AccessPage(std::shared_ptr<rights::LiveRights> live, std::shared_ptr<rights::ServerWord> word, QWidget *parent)
    : Page(parent), m_live(live), m_whose(new QLineEdit(this)), m_names(new QStringListModel(this)), m_stack(new QStackedWidget(this))
    , m_tab(new AccessTab(std::move(live), std::move(word), Middle(), m_stack))
{
    auto *start = new base::StateNotice(base::StateNotice::Form::Centered, m_stack);
    start->tell(base::Meaning::Unknown, tr("Whose access?"),
                tr("Name a ServiceAccount as namespace/name, a user, or a group as Group/name; several with commas between them, at most %1. Or ask below.").arg(Centre::Most));
    auto *empty = new QWidget(m_stack);
    auto *ask = new AskBar(empty);
    auto *rows = new QVBoxLayout(empty);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(start, 1);
    rows->addWidget(ask);
    m_stack->addWidget(empty);
    connect(ask, &AskBar::asked, this, [this](const QString &question) { showAsked(question); });
    m_stack->addWidget(m_tab);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stack, 1);
    connect(m_whose, &QLineEdit::returnPressed, this, [this] { show(AccessPlace::ofWords(m_whose->text())); });
    connect(m_live.get(), &rights::LiveRights::changed, this, &AccessPage::offerNames);
    listenToTab();
}

AccessPage::~AccessPage()
{
    m_live->setAsking(this, false);
}

QWidget *AccessPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *label = new base::PlainLabel(tr("Whose access"), head);
    QFont font = Theme::instance().bodyFont();
    font.setWeight(base::strongWeight());
    label->setFont(font);
    m_whose->setAccessibleName(tr("Whose access is shown"));
    m_whose->setPlaceholderText(tr("team-a/web, User/jane, Group/devs"));
    base::offerToClear(*m_whose);
    auto *completer = new QCompleter(m_names, m_whose);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_whose->setCompleter(completer);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(4 * Theme::Step, 2 * Theme::Step, 4 * Theme::Step, 2 * Theme::Step);
    layout->setSpacing(2 * Theme::Step);
    layout->addWidget(label);
    layout->addWidget(m_whose, 1);
    return head;
}

void AccessPage::listenToTab()
{
    connect(m_tab, &AccessTab::openRequested, this, &Page::openRequested);
    connect(m_tab, &AccessTab::noticed, this, &Page::noticed);
    connect(m_tab, &AccessTab::settled, this, &Page::settled);
    connect(m_tab, &AccessTab::commandChanged, this, &Page::commandChanged);
    connect(m_tab, &AccessTab::centreChanged, this, [this] {
        m_place.middle = m_tab->centre();
        m_whose->setText(m_place.words());
        Q_EMIT titleChanged();
        Q_EMIT stateChanged();
    });
}

base::Address AccessPage::address() const
{
    return {QStringLiteral("ask"), {}, {}, m_place.toPart()};
}

QString AccessPage::title() const
{
    if (m_place.middle.empty())
        return tr("Access");
    if (m_place.middle.size() > 1)
        return tr("Access of %1").arg(QLocale().toString(static_cast<qulonglong>(m_place.middle.size())));
    return tr("Access: %1").arg(base::oneLine(std::string_view(m_place.middle.front().name)));
}

QString AccessPage::command() const
{
    return m_place.middle.empty() ? QString() : m_tab->command();
}

bool AccessPage::find()
{
    if (m_stack->currentIndex() == 1 && m_tab->find())
        return true;
    m_whose->setFocus(Qt::ShortcutFocusReason);
    return true;
}

bool AccessPage::isSettled() const
{
    return m_stack->currentIndex() == 0 || m_tab->isSettled();
}

void AccessPage::showAgain(const base::Address &address)
{
    if (!address.tab.isEmpty())
        show(AccessPlace::parse(address.tab));
}

text::Value AccessPage::state() const
{
    text::Value state = text::Value::map();
    state.set(placeKey, text::Value::string(m_place.toPart().toStdString()));
    return state;
}

void AccessPage::restore(const text::Value &state)
{
    if (const std::string &part = state[placeKey].text(); !part.empty())
        show(AccessPlace::parse(QString::fromStdString(part)));
}

void AccessPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_live->setAsking(this, true);
    offerNames();
    if (m_stack->currentIndex() == 0)
        Q_EMIT settled();
}

void AccessPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_live->setAsking(this, false);
}

void AccessPage::show(const AccessPlace &place)
{
    m_place = place;
    m_stack->setCurrentIndex(place.middle.empty() && place.question.isEmpty() ? 0 : 1);
    m_tab->show(place.middle);
    m_tab->askAbout(place.question);
}

/// A question, before anybody is in the middle.
void AccessPage::showAsked(const QString &question)
{
    if (!question.isEmpty())
        show(AccessPlace::parse(AccessPlace{{}, question}.toPart()));
    Q_EMIT stateChanged();
}

void AccessPage::offerNames()
{
    if (isVisible() && m_live->basis())
        m_names->setStringList(knownNames(m_live->basis()->inputs));
}

} // namespace rbac
