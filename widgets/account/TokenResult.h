#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/kube/ConnectionSettings.h"
#include "models/kube/TokenKubeConfig.h"
#include "models/kube/TokenRequest.h"
#include "models/platform/FileCalls.h"
#include "models/rbac/Objects.h"
#include "widgets/base/Theme.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QGridLayout;
class QPushButton;

namespace base {
class TextLabel;
}

namespace account {

/// A token that was made: hidden until somebody asks, what it says, and a kubeconfig of it as a new file.
class TokenResult final : public QWidget
{
    Q_OBJECT

public:
    struct Source
    {
        kube::ConnectionSettings settings;
        rbac::ServiceAccountRef account;
        kube::TokenWish wish;
        std::string folder;
        std::function<void(const std::string &path)> addToCatalog;
        platform::FileCalls &calls;
    };

    TokenResult(Source source, kube::IssuedToken issued, QWidget *parent = nullptr);

    /// Into a new file; nothing is ever replaced.
    void saveAs(const QString &path);
    QString saveState() const;

Q_SIGNALS:
    void noticed(const QString &text);
    void saved(const QString &path);

private:
    void addClaims(QGridLayout &grid);
    void addLine(QGridLayout &grid, const QString &label, QWidget *content);
    QWidget *makeSaving();
    void chooseFile();
    void write(const QString &path, kube::TokenKubeConfig config);
    void takeSaved(const base::Result<void> &result, const QString &path, bool leftOutProxyUser);
    void tell(base::Meaning meaning, const QString &text);

    Source m_source;
    kube::IssuedToken m_issued;
    QCheckBox *m_add = nullptr;
    QPushButton *m_save = nullptr;
    base::TextLabel *m_state = nullptr;
    base::EventLoopExecutor m_executor;
    base::Job m_making, m_saving;
};

} // namespace account
