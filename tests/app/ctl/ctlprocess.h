// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QProcess>

namespace islet::test {

//! The real isletctl. Killed when this dies.
class CtlProcess : public QObject {
    Q_OBJECT

public:
    explicit CtlProcess(const QStringList &arguments);
    ~CtlProcess() override;

    void say(const QString &line) { write(line.toUtf8() + '\n'); }
    void write(const QByteArray &bytes) { m_process.write(bytes); }
    void endInput() { m_process.closeWriteChannel(); }
    //! SIGTERM, or another signal.
    void ask(int signal);

    bool isOver() const { return m_process.state() == QProcess::NotRunning; }
    //! Waits for the end; -1 when it does not come, or comes by a crash.
    int status();

    const QList<QByteArray> &lines() const { return m_lines; }
    const QByteArray &errors() const { return m_errors; }
    //! Both channels, for what must be in neither.
    QByteArray allOutput() const { return m_lines.join('\n') + m_buffer + m_errors; }

    // With --json:
    QList<QJsonObject> events(QStringView name) const;
    //! Has such an event, with this value of this field.
    bool has(QStringView name, QStringView key, const QJsonValue &value) const;
    //! Empty when each line is a JSON object with `event` and a `t` that never goes back.
    QString flaw() const;

private:
    void readLines();

    QProcess m_process;
    QByteArray m_buffer;
    QByteArray m_errors;
    QList<QByteArray> m_lines;
};

//! `isletctl serve` on a free port.
class Host {
public:
    explicit Host(const QStringList &more = {})
        : process(QStringList{QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")} + more)
    { }
    //! Waits for the first line; empty when it does not come.
    QString where();
    quint16 port();

    CtlProcess process;
};

} // namespace islet::test
