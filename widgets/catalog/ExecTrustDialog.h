#pragma once

#include "models/kube/ConnectionSettings.h"

#include <QDialog>

class QPushButton;

namespace catalog {

/// Shows the program that a kubeconfig wants to run, to the last argument, and asks whether it may. It does not run anything.
class ExecTrustDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The settings have an exec plugin.
    explicit ExecTrustDialog(const kube::ConnectionSettings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    void trusted();

private:
    QWidget *commandView(const kube::ExecSettings &plugin);
};

} // namespace catalog
