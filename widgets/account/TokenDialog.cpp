#include "widgets/account/TokenDialog.h"

#include "models/platform/Aside.h"
#include "widgets/account/TokenForm.h"
#include "widgets/account/TokenResult.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/WhyNot.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace account {

using base::Meaning;
using base::PlainLabel;
using base::TextLabel;
using base::Theme;

namespace {

constexpr int leastWidth = 620;
constexpr int margin = 4 * Theme::Step;
constexpr int titleRoom = 48;       // what the desktop draws around it

} // namespace

TokenDialog::TokenDialog(Services services, std::shared_ptr<rights::LiveRights> live, rbac::ServiceAccountRef account, QWidget *parent)
    : QDialog(parent), m_services(std::move(services)), m_live(std::move(live)), m_account(std::move(account)), m_body(new QWidget), m_layout(new QVBoxLayout(m_body))
    , m_form(new TokenForm(m_account.namespaceName, m_account.name, this)), m_confirm(new QCheckBox(tr("Make a token with which all this can be done"), this)), m_exchange(m_executor)
{
    setWindowTitle(tr("Create a token"));
    setAccessibleName(windowTitle());
    setMinimumWidth(leastWidth);
    m_layout->setContentsMargins(margin, margin, margin, 0);
    m_layout->setSpacing(3 * Theme::Step);
    auto *title = new PlainLabel(tr("A token of ServiceAccount %1").arg(base::oneLine(m_account.namespaceName + '/' + m_account.name)), this);
    title->setFont(Theme::instance().titleFont());
    m_state = new TextLabel(Meaning::Text, Theme::instance().bodyFont(), this);
    m_state->setAccessibleDescription(tr("What became of it"));
    m_confirm->setAccessibleName(m_confirm->text());
    m_layout->addWidget(title);
    m_layout->addWidget(makePower());
    m_layout->addWidget(m_form);
    m_layout->addWidget(makeCommand());
    m_layout->addWidget(m_confirm);
    m_layout->addWidget(m_state);
    m_whyNot = new QPushButton(tr("Why not?"), this);
    m_whyNot->setAccessibleName(tr("Show why the server refuses a token"));
    m_whyNot->setAutoDefault(false);
    m_layout->addWidget(m_whyNot, 0, Qt::AlignLeft);
    connect(m_whyNot, &QPushButton::clicked, this, &TokenDialog::explain);
    m_layout->addStretch(1);
    makeFrame();
    connect(m_form, &TokenForm::changed, this, &TokenDialog::wishChanged);
    connect(m_confirm, &QCheckBox::toggled, this, &TokenDialog::showUsable);
    connect(m_live.get(), &rights::LiveRights::changed, this, &TokenDialog::workOutPower);
    m_live->setAsking(this, true);
    workOutPower();
    wishChanged();
}

TokenDialog::~TokenDialog()
{
    m_live->setAsking(this, false);
}

/// On a small screen everything but the buttons is scrolled.
void TokenDialog::makeFrame()
{
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_body);
    m_body->installEventFilter(this);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(0, 0, 0, margin);
    frame->setSpacing(3 * Theme::Step);
    frame->addWidget(area, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(margin, 0, margin, 0);
    m_buttons = makeButtons();
    foot->addWidget(m_buttons);
    frame->addLayout(foot);
}

/// As high as its words need, which change while it is open, and as the screen allows.
void TokenDialog::fit()
{
    const int rest = m_buttons->sizeHint().height() + layout()->spacing() + margin;
    const int most = screen()->availableGeometry().height() - titleRoom;
    const int beside = width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent);      // a bar that is there once stays where the words need its room
    setMinimumHeight(std::min(m_layout->totalHeightForWidth(beside) + rest, most));
}

bool TokenDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_body && event->type() == QEvent::LayoutRequest)
        fit();
    return QDialog::eventFilter(watched, event);
}

void TokenDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fit();
}

QWidget *TokenDialog::makePower()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Step);
    m_power = new TextLabel(Meaning::Text, base::strongFont(), box);
    m_power->setAccessibleDescription(tr("What can be done with it"));
    m_power->show(tr("Working out what can be done with it").toStdString());
    m_risks = new TextLabel(Meaning::Warning, Theme::instance().bodyFont(), box);
    m_risks->setAccessibleDescription(tr("How dangerous that is"));
    m_risks->hide();
    layout->addWidget(m_power);
    layout->addWidget(m_risks);
    return box;
}

QWidget *TokenDialog::makeCommand()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    m_command = new TextLabel(Meaning::Secondary, Theme::instance().machineFont(), line);
    m_command->setAccessibleDescription(tr("The kubectl command that asks for the same"));
    auto *copy = new QPushButton(tr("Copy"), line);
    copy->setAccessibleName(tr("Copy the kubectl command"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(command());
        Q_EMIT noticed(tr("Copied the command"));
    });
    layout->addWidget(m_command, 1);
    layout->addWidget(copy, 0, Qt::AlignTop);
    return line;
}

QWidget *TokenDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->setAccessibleName(windowTitle());
    m_create = buttons->addButton(tr("Create the token"), QDialogButtonBox::ActionRole);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    for (QPushButton *button : {m_create, close})
        button->setAccessibleName(button->text());
    close->setAutoDefault(false);
    m_create->setDefault(true);
    connect(m_create, &QPushButton::clicked, this, &TokenDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void TokenDialog::workOutPower()
{
    if (!m_live->basis())
        return;
    m_work = platform::runAside(m_executor, [this, basis = m_live->basis(), account = m_account](std::stop_token) -> base::Task {
        return [this, power = powerOf(*basis, account)] { takePower(power); };
    });
}

/// Other rights than those that were confirmed are confirmed anew.
void TokenDialog::takePower(const Power &power)
{
    QStringList risks(power.risks.begin(), power.risks.end());
    if (power.moreRisks > 0)
        risks << tr("and %1 more findings").arg(power.moreRisks);
    if (!power.unreadable.isEmpty())
        risks << Theme::sign(Meaning::Unknown) + u' ' + tr("It may be more, as not everything may be read:") << power.unreadable;
    const QString said = power.sentence + u'\n' + risks.join(u'\n');
    const bool isOther = m_isPowerKnown && said != m_said;
    m_isPowerKnown = true;
    m_said = said;
    m_power->show(power.sentence.toStdString());
    m_risks->show(risks.join(u'\n').toStdString());
    m_risks->setMeaning(power.gravest);
    m_risks->setVisible(!risks.isEmpty());
    if (isOther && !m_result)
        m_confirm->setChecked(false);
    showUsable();
}

void TokenDialog::wishChanged()
{
    m_command->show(commandText(m_form->wish(), m_services.context).toStdString());
    m_exchange.cancel();
    tell(Meaning::Secondary, m_form->fault());
    showUsable();
}

void TokenDialog::showUsable()
{
    const QString refusal = m_services.refusal();
    const bool isReady = refusal.isEmpty() && m_form->fault().isEmpty() && m_isPowerKnown && !m_exchange.isRunning() && !m_result;
    m_confirm->setEnabled(m_isPowerKnown && refusal.isEmpty() && !m_result);
    m_create->setEnabled(isReady && m_confirm->isChecked());
    m_form->setEnabled(!m_result);
    if (!refusal.isEmpty())
        tell(Meaning::Warning, Theme::sign(Meaning::Warning) + u' ' + refusal);
}

void TokenDialog::create()
{
    if (!m_create->isEnabled() || !m_services.refusal().isEmpty())
        return showUsable();
    tell(Meaning::Progress, Theme::sign(Meaning::Progress) + u' ' + tr("Asking the server for a token"));
    m_exchange.ask(m_services.api(), m_form->wish(), [this](const base::Result<kube::IssuedToken> &issued) { take(issued); });
    showUsable();
}

void TokenDialog::take(const base::Result<kube::IssuedToken> &issued)
{
    if (!issued) {
        tell(Meaning::Error, Theme::sign(Meaning::Error) + u' ' + tr("There is no token: %1").arg(failureText(issued.error(), m_form->wish())));
        m_why = base::whyNotAddress(issued.error());
        m_whyNot->setVisible(m_why.has_value());
    } else {
        tell(Meaning::Ok, Theme::sign(Meaning::Ok) + u' ' + tr("The token is made. It is kept nowhere: copy it, or save a kubeconfig, before this is closed."));
        m_result = new TokenResult({m_services.settings(), m_account, m_form->wish(), m_services.folder, m_services.addToCatalog, m_services.calls}, *issued, this);
        m_layout->insertWidget(m_layout->indexOf(m_state) + 1, m_result);
        connect(m_result, &TokenResult::noticed, this, &TokenDialog::noticed);
    }
    showUsable();
    Q_EMIT answered();
}

void TokenDialog::tell(Meaning meaning, const QString &text)
{
    m_why.reset();
    m_whyNot->hide();
    m_state->setMeaning(meaning);
    m_state->show(text.toStdString());
    m_state->setVisible(!text.isEmpty());
}

void TokenDialog::explain()
{
    Q_EMIT openRequested(*m_why);
    reject();
}

QString TokenDialog::power() const
{
    return m_said;
}

QString TokenDialog::state() const { return m_state->text(); }
QString TokenDialog::command() const { return commandText(m_form->wish(), m_services.context); }

} // namespace account
