package org.tensorflow;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;

/**
 * Opens sessions of a TensorFlow server. TensorFlow Java 1.1.0 has an argument for the server's
 * address, but passes it on to nobody; what it needs instead is visible to its own package only.
 */
public final class TargetedSession {

  private TargetedSession() {}

  /**
   * Opens a session, which the caller closes; parameters as in {@link #openNative}.
   *
   * @throws org.tensorflow.exceptions.TensorFlowException if there is no such session
   */
  public static Session open(Graph graph, String target, ConfigProto settings) {
    try (Graph.Reference reference = graph.ref()) {
      return new Session(graph, openNative(reference.nativeHandle(), target, settings));
    }
  }

  /**
   * Opens a session of the C interface, which the caller closes.
   *
   * @param graph what it runs
   * @param target the server's address, such as {@code grpc://localhost:2222}; empty for this
   *     process
   * @param settings its settings
   * @throws org.tensorflow.exceptions.TensorFlowException if there is no such session
   */
  @SuppressWarnings("try") // the scope frees all that is made while it is open
  public static TF_Session openNative(TF_Graph graph, String target, ConfigProto settings) {
    try (var scope = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
      tensorflow.TF_SetTarget(options, target);
      var bytes = new BytePointer(settings.toByteArray());
      tensorflow.TF_SetConfig(options, bytes, bytes.capacity(), status);
      status.throwExceptionIfNotOK();
      TF_Session session = TF_Session.newSession(graph, options, status);
      status.throwExceptionIfNotOK();
      return session.retainReference();
    }
  }
}
