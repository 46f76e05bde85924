package lindyn.device;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The libraries of CUDA that TensorFlow 2.18 opens by name when it starts, and those that they need
 * themselves; each one comes after all that it needs.
 */
public enum CudaLibrary {
  /** The CUDA runtime. */
  CUDART("libcudart.so.12"),
  /** Links code for a device; needed by cuSPARSE and cuSOLVER. */
  NVJITLINK("libnvJitLink.so.12"),
  /** Matrix products, the part below cuBLAS. */
  CUBLASLT("libcublasLt.so.12"),
  /** Matrix products. */
  CUBLAS("libcublas.so.12"),
  /** Fourier transforms; unused here, but TensorFlow takes all or nothing. */
  CUFFT("libcufft.so.11"),
  /** Sparse matrices; unused here, but TensorFlow takes all or nothing. */
  CUSPARSE("libcusparse.so.12"),
  /** Factorisations; unused here, but TensorFlow takes all or nothing. */
  CUSOLVER("libcusolver.so.11"),
  /** Compiles code for a device; needed by cuDNN. */
  NVRTC("libnvrtc.so.12"),
  /** Networks; TensorFlow refuses one that is older than that which it was built with. */
  CUDNN("libcudnn.so.9", "9.3"),
  /** A part of cuDNN. */
  CUDNN_GRAPH("libcudnn_graph.so.9", "9.3"),
  /** A part of cuDNN. */
  CUDNN_OPS("libcudnn_ops.so.9", "9.3"),
  /** A part of cuDNN. */
  CUDNN_CNN("libcudnn_cnn.so.9", "9.3"),
  /** A part of cuDNN: recurrent networks. */
  CUDNN_ADV("libcudnn_adv.so.9", "9.3"),
  /** A part of cuDNN. */
  CUDNN_ENGINES_PRECOMPILED("libcudnn_engines_precompiled.so.9", "9.3"),
  /** A part of cuDNN. */
  CUDNN_ENGINES_RUNTIME_COMPILED("libcudnn_engines_runtime_compiled.so.9", "9.3"),
  /** A part of cuDNN. */
  CUDNN_HEURISTIC("libcudnn_heuristic.so.9", "9.3"),
  /** Tells how long operations took; the only one that TensorFlow does without. */
  CUPTI("libcupti.so.12");

  private final String soname;
  private final String oldest;

  CudaLibrary(String soname) {
    this(soname, "");
  }

  CudaLibrary(String soname, String oldest) {
    this.soname = soname;
    this.oldest = oldest;
  }

  /** Returns the name that it is opened by, such as {@code libcudart.so.12}. */
  public String soname() {
    return soname;
  }

  /** Tells whether TensorFlow uses no GPU without it. */
  public boolean isNeeded() {
    return this != CUPTI;
  }

  /** Returns the oldest version that will do; empty if the name says it all. */
  public String oldest() {
    return oldest;
  }

  /**
   * Tells whether a version will do.
   *
   * @param version numbers between dots; what is missing at its end counts as new enough, because
   *     some packages name files by the first number alone, or by none
   */
  boolean accepts(String version) {
    if (oldest.isEmpty() || version.isEmpty()) {
      return true;
    }
    List<Integer> needed = numbers(oldest);
    List<Integer> found = numbers(version);
    for (int i = 0; i < Math.min(needed.size(), found.size()); i++) {
      int order = found.get(i).compareTo(needed.get(i));
      if (order != 0) {
        return order > 0;
      }
    }
    return true;
  }

  private static List<Integer> numbers(String version) {
    return Pattern.compile("\\.").splitAsStream(version).map(Integer::valueOf).toList();
  }
}
