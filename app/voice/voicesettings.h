// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/activation.h"
#include "audio/processing.h"
#include "audio/spatialgain.h"

#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! How a person wants to talk and hear; applied at once, and kept.
class VoiceSettings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool echoCancellation READ echoCancellation WRITE setEchoCancellation NOTIFY changed)
    Q_PROPERTY(bool noiseSuppression READ noiseSuppression WRITE setNoiseSuppression NOTIFY changed)
    Q_PROPERTY(bool gainControl READ gainControl WRITE setGainControl NOTIFY changed)
    //! Speaking opens the microphone; the key works too.
    Q_PROPERTY(bool byVoice READ byVoice WRITE setByVoice NOTIFY changed)
    //! How far speech must stand out of the noise, 3 to 30 dB.
    Q_PROPERTY(double margin READ margin WRITE setMargin NOTIFY changed)
    Q_PROPERTY(Curve curve READ curve WRITE setCurve NOTIFY changed)
    //! Up to how many metres somebody is heard; 0 when it does not matter how far they are.
    Q_PROPERTY(double earshot READ earshot NOTIFY changed)
    //! The keys that are held to talk, by the names people know, such as "T or Space".
    Q_PROPERTY(QString keyNames READ keyNames NOTIFY changed)
    //! Whether microphone and loudspeaker were looked at once.
    Q_PROPERTY(bool isChecked READ isChecked WRITE setChecked NOTIFY changed)

public:
    enum Curve { Inverse, Nearby, None };
    Q_ENUM(Curve)

    //! `settings` must outlive this. What makes no sense in them is replaced by what is usual.
    explicit VoiceSettings(QSettings &settings, QObject *parent = nullptr);

    const Processing &processing() const { return m_processing; }
    const Activation &activation() const { return m_activation; }
    DistanceCurve distanceCurve() const { return static_cast<DistanceCurve>(m_curve); }
    const QByteArray &microphone() const { return m_microphone; }
    void setMicrophone(const QByteArray &id);
    const QByteArray &loudspeaker() const { return m_loudspeaker; }
    void setLoudspeaker(const QByteArray &id);
    //! Qt::Key
    const QList<int> &keys() const { return m_keys; }

    bool echoCancellation() const { return m_processing.echoCancellation; }
    void setEchoCancellation(bool on) { keep(m_processing.echoCancellation, on); }
    bool noiseSuppression() const { return m_processing.noiseSuppression; }
    void setNoiseSuppression(bool on) { keep(m_processing.noiseSuppression, on); }
    bool gainControl() const { return m_processing.gainControl; }
    void setGainControl(bool on) { keep(m_processing.gainControl, on); }
    bool byVoice() const { return m_activation.kind == Activation::Kind::Voice; }
    void setByVoice(bool on) { keep(m_activation.kind, on ? Activation::Kind::Voice : Activation::Kind::PushToTalk); }
    double margin() const { return m_activation.margin; }
    void setMargin(double margin);
    Curve curve() const { return m_curve; }
    void setCurve(Curve curve) { keep(m_curve, curve); }
    double earshot() const { return static_cast<double>(earshotOf(distanceCurve())); }
    QString keyNames() const;
    bool isChecked() const { return m_isChecked; }
    void setChecked(bool checked) { keep(m_isChecked, checked); }

    //! This key alone from now on; false for a key that cannot be held (Shift and its kind walk and write).
    Q_INVOKABLE bool setKey(int key);
    //! T and Space.
    Q_INVOKABLE void resetKeys();

signals:
    void changed();

private:
    template<typename T> void keep(T &mine, const T &wanted)
    {
        if (mine == wanted)
            return;
        mine = wanted;
        save();
        emit changed();
    }
    void load();
    void save();

    QSettings &m_settings;
    Processing m_processing;
    Activation m_activation;
    Curve m_curve = Inverse;
    QByteArray m_microphone; // empty: follow the system
    QByteArray m_loudspeaker;
    QList<int> m_keys;
    bool m_isChecked = false;
};

} // namespace islet
